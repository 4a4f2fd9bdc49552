"""What requests for copies may hold, and what answers show."""

from __future__ import annotations

from app.core.wire import instant_text
from app.fields import copy_record as fields
from app.schemas.base import BodySchema, Input, Output, ReadSchema


class CopyRecordCreate(BodySchema):
    """A whole copy, to create one or to replace one."""

    barcode = Input(fields.BARCODE.load, required=True)
    condition = Input(
        fields.CONDITION.load,
        load_default=fields.DEFAULTS["condition"],
        null=fields.DEFAULTS["condition"],
    )
    acquired_on = Input(fields.ACQUIRED_ON.load, required=True, data_key="acquiredOn")
    book_id = Input(fields.BOOK_ID.load, required=True)


class CopyRecordUpdate(BodySchema):
    """What can be changed of a copy, each on its own."""

    barcode = Input(fields.BARCODE.patch)
    condition = Input(fields.CONDITION.patch, null=fields.DEFAULTS["condition"])
    acquired_on = Input(fields.ACQUIRED_ON.patch, data_key="acquiredOn")
    book_id = Input(fields.BOOK_ID.patch)


class CopyRecordRead(ReadSchema):
    """A copy as it is answered."""

    id = Output(fields.ID.dump)
    barcode = Output(fields.BARCODE.dump)
    condition = Output(fields.CONDITION.dump)
    acquired_on = Output(fields.ACQUIRED_ON.dump, data_key="acquiredOn")
    book_id = Output(fields.BOOK_ID.dump)
    created_at = Output(instant_text)
    updated_at = Output(instant_text)


CREATE = CopyRecordCreate()
UPDATE = CopyRecordUpdate()
READ = CopyRecordRead()
