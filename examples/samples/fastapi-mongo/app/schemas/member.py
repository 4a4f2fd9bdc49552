"""What requests may say about members, and what answers say."""

from typing import Annotated, TypedDict

from bson import ObjectId
from pydantic import Field, PlainValidator

from app.core.wire import instant_text
from app.fields import member as fields
from app.fields.member import DEFAULTS
from app.models import Member
from app.schemas.base import LEFT_OUT, Schema, or_default

CardNumberValue = Annotated[int, PlainValidator(fields.CARD_NUMBER.load)]
NameValue = Annotated[str, PlainValidator(fields.NAME.load)]
EmailValue = Annotated[str, PlainValidator(fields.EMAIL.load)]
ReceivesRemindersValue = Annotated[
    bool,
    PlainValidator(or_default(fields.RECEIVES_REMINDERS.load, DEFAULTS["receivesReminders"])),
]
FavouritesReference = Annotated[list[ObjectId], PlainValidator(fields.FAVOURITE_IDS.load)]


class MemberCreate(Schema):
    """One member as POST and PUT take it."""

    card_number: CardNumberValue = Field(alias="cardNumber")
    name: NameValue
    email: EmailValue
    receives_reminders: ReceivesRemindersValue = Field(
        default=DEFAULTS["receivesReminders"],
        alias="receivesReminders",
    )
    favourite_ids: FavouritesReference = Field(default=[])


class MemberUpdate(Schema):
    """Changes of one member as PATCH takes them, each on its own."""

    card_number: CardNumberValue = Field(default=LEFT_OUT, alias="cardNumber")
    name: NameValue = LEFT_OUT
    email: EmailValue = LEFT_OUT
    receives_reminders: ReceivesRemindersValue = Field(default=LEFT_OUT, alias="receivesReminders")
    favourite_ids: FavouritesReference = LEFT_OUT


class MemberRead(TypedDict):
    """One member as answers show it."""

    id: ObjectId
    cardNumber: str
    name: str
    email: str
    receivesReminders: bool | None
    favourite_ids: list[ObjectId]
    created_at: str
    updated_at: str


def read_row(row: Member) -> MemberRead:
    """What answers say about a row."""
    return {
        "id": row["_id"],
        "cardNumber": fields.CARD_NUMBER.dump(row["cardNumber"]),
        "name": row["name"],
        "email": row["email"],
        "receivesReminders": row.get("receivesReminders"),
        "favourite_ids": row["favourite_ids"],
        "created_at": instant_text(row["created_at"]),
        "updated_at": instant_text(row["updated_at"]),
    }
