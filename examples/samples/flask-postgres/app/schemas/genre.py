"""What requests for genres may hold, and what answers show."""

from __future__ import annotations

from app.fields import genre as fields
from app.schemas.base import BodySchema, Input, Output, ReadSchema


class GenreCreate(BodySchema):
    """A whole genre, to create one or to replace one."""

    name = Input(fields.NAME.load, required=True)
    parent_id = Input(fields.PARENT_ID.load, load_default=None, null=None)


class GenreUpdate(BodySchema):
    """What can be changed of a genre, each on its own."""

    name = Input(fields.NAME.patch)
    parent_id = Input(fields.PARENT_ID.patch, null=None)


class GenreRead(ReadSchema):
    """A genre as it is answered."""

    id = Output(fields.ID.dump)
    name = Output(fields.NAME.dump)
    parent_id = Output(fields.PARENT_ID.dump)


CREATE = GenreCreate()
UPDATE = GenreUpdate()
READ = GenreRead()
