"""What requests may say about authors, and what answers say."""

from typing import Annotated, TypedDict

from bson import ObjectId
from pydantic import Field, PlainValidator

from app.core.wire import instant_text
from app.fields import author as fields
from app.models import Author
from app.schemas.base import LEFT_OUT, Schema

NameValue = Annotated[str, PlainValidator(fields.NAME.load)]
BornOnValue = Annotated[str, PlainValidator(fields.BORN_ON.load)]
WebsiteValue = Annotated[str, PlainValidator(fields.WEBSITE.load)]


class AuthorCreate(Schema):
    """One author as POST and PUT take it."""

    name: NameValue
    born_on: BornOnValue | None = Field(default=None, alias="bornOn")
    website: WebsiteValue | None = None


class AuthorUpdate(Schema):
    """Changes of one author as PATCH takes them, each on its own."""

    name: NameValue = LEFT_OUT
    born_on: BornOnValue | None = Field(default=LEFT_OUT, alias="bornOn")
    website: WebsiteValue | None = LEFT_OUT


class AuthorRead(TypedDict):
    """One author as answers show it."""

    id: ObjectId
    name: str
    bornOn: str | None
    website: str | None
    created_at: str
    updated_at: str


def read_row(row: Author) -> AuthorRead:
    """What answers say about a row."""
    return {
        "id": row["_id"],
        "name": row["name"],
        "bornOn": row.get("bornOn"),
        "website": row.get("website"),
        "created_at": instant_text(row["created_at"]),
        "updated_at": instant_text(row["updated_at"]),
    }
