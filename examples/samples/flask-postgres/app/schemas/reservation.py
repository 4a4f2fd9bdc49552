"""What requests for reservations may hold, and what answers show."""

from __future__ import annotations

from app.core.wire import instant_text
from app.fields import reservation as fields
from app.schemas.base import BodySchema, Input, Output, ReadSchema


class ReservationCreate(BodySchema):
    """A whole reservation, to create one or to replace one."""

    expires_on = Input(fields.EXPIRES_ON.load, required=True, data_key="expiresOn")
    book_id = Input(fields.BOOK_ID.load, required=True)
    member_id = Input(fields.MEMBER_ID.load, required=True)
    filled_by_id = Input(
        fields.FILLED_BY_ID.load,
        load_default=None,
        null=None,
        data_key="filledBy_id",
    )


class ReservationUpdate(BodySchema):
    """What can be changed of a reservation, each on its own."""

    expires_on = Input(fields.EXPIRES_ON.patch, data_key="expiresOn")
    book_id = Input(fields.BOOK_ID.patch)
    member_id = Input(fields.MEMBER_ID.patch)
    filled_by_id = Input(fields.FILLED_BY_ID.patch, null=None, data_key="filledBy_id")


class ReservationRead(ReadSchema):
    """A reservation as it is answered."""

    id = Output(fields.ID.dump)
    expires_on = Output(fields.EXPIRES_ON.dump, data_key="expiresOn")
    book_id = Output(fields.BOOK_ID.dump)
    member_id = Output(fields.MEMBER_ID.dump)
    filled_by_id = Output(fields.FILLED_BY_ID.dump, data_key="filledBy_id")
    created_at = Output(instant_text)
    updated_at = Output(instant_text)


CREATE = ReservationCreate()
UPDATE = ReservationUpdate()
READ = ReservationRead()
