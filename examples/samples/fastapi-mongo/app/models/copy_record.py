"""Copies as the database keeps them."""

from datetime import datetime as Instant
from typing import TypedDict

from bson import ObjectId
from typing_extensions import NotRequired

from app.models.base import Collection

COLLECTION = Collection(
    "copies",
    references={
        "book_id": ("books", "cascade"),
    },
)


class CopyRecord(TypedDict):
    """One physical volume of a book."""

    _id: ObjectId
    _version: int
    barcode: str
    condition: NotRequired[str]
    acquiredOn: str
    book_id: ObjectId
    created_at: Instant
    updated_at: Instant
