"""What requests may say about copies, and what answers say."""

import datetime as dt
from typing import Annotated, TypedDict
from uuid import UUID

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
AcquiredOnValue = Annotated[dt.date, PlainValidator(fields.ACQUIRED_ON.load)]
BookReference = Annotated[UUID, PlainValidator(fields.BOOK_ID.load)]


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

    id: UUID
    barcode: str
    condition: str | None
    acquiredOn: dt.date
    book_id: UUID
    created_at: str
    updated_at: str


def read_row(row: CopyRecord) -> CopyRecordRead:
    """What answers say about a row."""
    return {
        "id": row.id,
        "barcode": row.barcode,
        "condition": row.condition,
        "acquiredOn": row.acquired_on,
        "book_id": row.book_id,
        "created_at": instant_text(row.created_at),
        "updated_at": instant_text(row.updated_at),
    }
