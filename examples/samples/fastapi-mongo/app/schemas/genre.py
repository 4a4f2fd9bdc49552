"""What requests may say about genres, and what answers say."""

from typing import Annotated, TypedDict

from pydantic import PlainValidator

from app.fields import genre as fields
from app.models import Genre
from app.schemas.base import LEFT_OUT, Schema

NameValue = Annotated[str, PlainValidator(fields.NAME.load)]
ParentReference = Annotated[int, PlainValidator(fields.PARENT_ID.load)]


class GenreCreate(Schema):
    """One genre as POST and PUT take it."""

    name: NameValue
    parent_id: ParentReference | None = None


class GenreUpdate(Schema):
    """Changes of one genre as PATCH takes them, each on its own."""

    name: NameValue = LEFT_OUT
    parent_id: ParentReference | None = LEFT_OUT


class GenreRead(TypedDict):
    """One genre as answers show it."""

    id: int
    name: str
    parent_id: int | None


def read_row(row: Genre) -> GenreRead:
    """What answers say about a row."""
    return {
        "id": row["_id"],
        "name": row["name"],
        "parent_id": row.get("parent_id"),
    }
