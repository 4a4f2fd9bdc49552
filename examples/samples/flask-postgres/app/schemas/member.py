"""What requests for members may hold, and what answers show."""

from __future__ import annotations

from app.core.wire import instant_text
from app.fields import member as fields
from app.schemas.base import BodySchema, Input, Output, ReadSchema


class MemberCreate(BodySchema):
    """A whole member, to create one or to replace one."""

    card_number = Input(fields.CARD_NUMBER.load, required=True, data_key="cardNumber")
    name = Input(fields.NAME.load, required=True)
    email = Input(fields.EMAIL.load, required=True)
    receives_reminders = Input(
        fields.RECEIVES_REMINDERS.load,
        load_default=fields.DEFAULTS["receives_reminders"],
        null=fields.DEFAULTS["receives_reminders"],
        data_key="receivesReminders",
    )
    favourite_ids = Input(fields.FAVOURITE_IDS.load, load_default=())


class MemberUpdate(BodySchema):
    """What can be changed of a member, each on its own."""

    card_number = Input(fields.CARD_NUMBER.patch, data_key="cardNumber")
    name = Input(fields.NAME.patch)
    email = Input(fields.EMAIL.patch)
    receives_reminders = Input(
        fields.RECEIVES_REMINDERS.patch,
        null=fields.DEFAULTS["receives_reminders"],
        data_key="receivesReminders",
    )
    favourite_ids = Input(fields.FAVOURITE_IDS.patch)


class MemberRead(ReadSchema):
    """A member as it is answered."""

    id = Output(fields.ID.dump)
    card_number = Output(fields.CARD_NUMBER.dump, data_key="cardNumber")
    name = Output(fields.NAME.dump)
    email = Output(fields.EMAIL.dump)
    receives_reminders = Output(fields.RECEIVES_REMINDERS.dump, data_key="receivesReminders")
    favourite_ids = Output(fields.FAVOURITE_IDS.dump)
    created_at = Output(instant_text)
    updated_at = Output(instant_text)


CREATE = MemberCreate()
UPDATE = MemberUpdate()
READ = MemberRead()
