"""Authors as the database keeps them."""

from datetime import datetime as Instant
from typing import TypedDict

from bson import ObjectId
from typing_extensions import NotRequired

from app.models.base import Collection

COLLECTION = Collection(
    "authors",
)


class Author(TypedDict):
    """A person who wrote at least one of our books."""

    _id: ObjectId
    _version: int
    name: str
    bornOn: NotRequired[str]
    website: NotRequired[str]
    created_at: Instant
    updated_at: Instant
