"""What requests may say about reservations, and what answers say."""

from typing import Annotated, TypedDict

from bson import ObjectId
from pydantic import Field, PlainValidator

from app.core.wire import instant_text
from app.fields import reservation as fields
from app.models import Reservation
from app.schemas.base import LEFT_OUT, Schema

ExpiresOnValue = Annotated[str, PlainValidator(fields.EXPIRES_ON.load)]
BookReference = Annotated[ObjectId, PlainValidator(fields.BOOK_ID.load)]
MemberReference = Annotated[ObjectId, PlainValidator(fields.MEMBER_ID.load)]
FilledByReference = Annotated[ObjectId, PlainValidator(fields.FILLED_BY_ID.load)]


class ReservationCreate(Schema):
    """One reservation as POST and PUT take it."""

    expires_on: ExpiresOnValue = Field(alias="expiresOn")
    book_id: BookReference
    member_id: MemberReference
    filled_by_id: FilledByReference | None = Field(default=None, alias="filledBy_id")


class ReservationUpdate(Schema):
    """Changes of one reservation as PATCH takes them, each on its own."""

    expires_on: ExpiresOnValue = Field(default=LEFT_OUT, alias="expiresOn")
    book_id: BookReference = LEFT_OUT
    member_id: MemberReference = LEFT_OUT
    filled_by_id: FilledByReference | None = Field(default=LEFT_OUT, alias="filledBy_id")


class ReservationRead(TypedDict):
    """One reservation as answers show it."""

    id: ObjectId
    expiresOn: str
    book_id: ObjectId
    member_id: ObjectId
    filledBy_id: ObjectId | None
    created_at: str
    updated_at: str


def read_row(row: Reservation) -> ReservationRead:
    """What answers say about a row."""
    return {
        "id": row["_id"],
        "expiresOn": row["expiresOn"],
        "book_id": row["book_id"],
        "member_id": row["member_id"],
        "filledBy_id": row.get("filledBy_id"),
        "created_at": instant_text(row["created_at"]),
        "updated_at": instant_text(row["updated_at"]),
    }
