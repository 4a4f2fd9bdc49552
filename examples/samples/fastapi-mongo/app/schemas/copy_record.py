"""What requests may say about copies, and what answers say."""

from typing import Annotated, TypedDict

from bson import ObjectId
from pydantic import Field, PlainValidator

from app.core.wire import instant_text
from app.fields import copy_record as fields
from app.fields.copy_record import DEFAULTS
from app.models import CopyRecord
from app.schemas.base import LEFT_OUT, Schema, or_default

BarcodeValue = Annotated[str, PlainValidator(fields.BARCODE.load)]
ConditionValue = Annotated[
    str,
    PlainValidator(or_default(fields.CONDITION.load, DEFAULTS["condition"])),
]
AcquiredOnValue = Annotated[str, PlainValidator(fields.ACQUIRED_ON.load)]
BookReference = Annotated[ObjectId, PlainValidator(fields.BOOK_ID.load)]


class CopyRecordCreate(Schema):
    """One copy as POST and PUT take it."""

    barcode: BarcodeValue
    condition: ConditionValue = DEFAULTS["condition"]
    acquired_on: AcquiredOnValue = Field(alias="acquiredOn")
    book_id: BookReference


class CopyRecordUpdate(Schema):
    """Changes of one copy as PATCH takes them, each on its own."""

    barcode: BarcodeValue = LEFT_OUT
    condition: ConditionValue = LEFT_OUT
    acquired_on: AcquiredOnValue = Field(default=LEFT_OUT, alias="acquiredOn")
    book_id: BookReference = LEFT_OUT


class CopyRecordRead(TypedDict):
    """One copy as answers show it."""

    id: ObjectId
    barcode: str
    condition: str | None
    acquiredOn: str
    book_id: ObjectId
    created_at: str
    updated_at: str


def read_row(row: CopyRecord) -> CopyRecordRead:
    """What answers say about a row."""
    return {
        "id": row["_id"],
        "barcode": row["barcode"],
        "condition": row.get("condition"),
        "acquiredOn": row["acquiredOn"],
        "book_id": row["book_id"],
        "created_at": instant_text(row["created_at"]),
        "updated_at": instant_text(row["updated_at"]),
    }
