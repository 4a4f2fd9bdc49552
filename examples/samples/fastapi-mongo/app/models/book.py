"""Books as the database keeps them."""

from datetime import datetime as Instant
from typing import TypedDict

from bson import ObjectId
from typing_extensions import NotRequired

from app.models.base import Collection

COLLECTION = Collection(
    "books",
    references={
        "author_ids": ("authors", "remove"),
        "genre_id": ("genres", "restrict"),
    },
)


class Book(TypedDict):
    """A title, whatever the number of copies we hold of it."""

    _id: ObjectId
    _version: int
    isbn: str
    title: str
    summary: NotRequired[str]
    publishedOn: NotRequired[str]
    pages: NotRequired[int]
    language: str
    author_ids: list[ObjectId]
    genre_id: int
    created_at: Instant
    updated_at: Instant
