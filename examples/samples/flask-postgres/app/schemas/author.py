"""What requests for authors may hold, and what answers show."""

from __future__ import annotations

from app.core.wire import instant_text
from app.fields import author as fields
from app.schemas.base import BodySchema, Input, Output, ReadSchema


class AuthorCreate(BodySchema):
    """A whole author, to create one or to replace one."""

    name = Input(fields.NAME.load, required=True)
    born_on = Input(fields.BORN_ON.load, load_default=None, null=None, data_key="bornOn")
    website = Input(fields.WEBSITE.load, load_default=None, null=None)


class AuthorUpdate(BodySchema):
    """What can be changed of a author, each on its own."""

    name = Input(fields.NAME.patch)
    born_on = Input(fields.BORN_ON.patch, null=None, data_key="bornOn")
    website = Input(fields.WEBSITE.patch, null=None)


class AuthorRead(ReadSchema):
    """A author as it is answered."""

    id = Output(fields.ID.dump)
    name = Output(fields.NAME.dump)
    born_on = Output(fields.BORN_ON.dump, data_key="bornOn")
    website = Output(fields.WEBSITE.dump)
    created_at = Output(instant_text)
    updated_at = Output(instant_text)


CREATE = AuthorCreate()
UPDATE = AuthorUpdate()
READ = AuthorRead()
