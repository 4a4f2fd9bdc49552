"""Members as the database keeps them."""

from datetime import datetime as Instant
from typing import TypedDict

from bson import ObjectId
from typing_extensions import NotRequired

from app.models.base import Collection

COLLECTION = Collection(
    "members",
    references={
        "favourite_ids": ("books", "remove"),
    },
    hides_rows=True,
)


class Member(TypedDict):
    """A holder of a library card."""

    _id: ObjectId
    _version: int
    cardNumber: int
    name: str
    email: str
    receivesReminders: NotRequired[bool]
    favourite_ids: list[ObjectId]
    created_at: Instant
    updated_at: Instant
    deleted_at: NotRequired[Instant]
