"""Reservations as the database keeps them."""

from datetime import datetime as Instant
from typing import TypedDict

from bson import ObjectId
from typing_extensions import NotRequired

from app.models.base import Collection

COLLECTION = Collection(
    "reservations",
    references={
        "book_id": ("books", "cascade"),
        "member_id": ("members", "cascade"),
        "filledBy_id": ("copies", "set_null"),
    },
)


class Reservation(TypedDict):
    """A member's claim to the next copy of a book that comes back."""

    _id: ObjectId
    _version: int
    expiresOn: str
    book_id: ObjectId
    member_id: ObjectId
    filledBy_id: NotRequired[ObjectId]
    created_at: Instant
    updated_at: Instant
