"""What requests for loans may hold, and what answers show."""

from __future__ import annotations

from app.core.wire import instant_text
from app.fields import loan as fields
from app.schemas.base import BodySchema, Input, Output, ReadSchema


class LoanCreate(BodySchema):
    """A whole loan, to create one or to replace one."""

    lent_at = Input(fields.LENT_AT.load, required=True, data_key="lentAt")
    due_on = Input(fields.DUE_ON.load, required=True, data_key="dueOn")
    returned_at = Input(
        fields.RETURNED_AT.load,
        load_default=None,
        null=None,
        data_key="returnedAt",
    )
    fine = Input(
        fields.FINE.load,
        load_default=fields.DEFAULTS["fine"],
        null=fields.DEFAULTS["fine"],
    )
    copy_id = Input(fields.COPY_ID.load, required=True)
    member_id = Input(fields.MEMBER_ID.load, required=True)


class LoanUpdate(BodySchema):
    """What can be changed of a loan, each on its own."""

    lent_at = Input(fields.LENT_AT.patch, data_key="lentAt")
    due_on = Input(fields.DUE_ON.patch, data_key="dueOn")
    returned_at = Input(fields.RETURNED_AT.patch, null=None, data_key="returnedAt")
    fine = Input(fields.FINE.patch, null=fields.DEFAULTS["fine"])
    copy_id = Input(fields.COPY_ID.patch)
    member_id = Input(fields.MEMBER_ID.patch)


class LoanRead(ReadSchema):
    """A loan as it is answered."""

    id = Output(fields.ID.dump)
    lent_at = Output(fields.LENT_AT.dump, data_key="lentAt")
    due_on = Output(fields.DUE_ON.dump, data_key="dueOn")
    returned_at = Output(fields.RETURNED_AT.dump, data_key="returnedAt")
    fine = Output(fields.FINE.dump)
    copy_id = Output(fields.COPY_ID.dump)
    member_id = Output(fields.MEMBER_ID.dump)
    created_at = Output(instant_text)
    updated_at = Output(instant_text)


CREATE = LoanCreate()
UPDATE = LoanUpdate()
READ = LoanRead()
