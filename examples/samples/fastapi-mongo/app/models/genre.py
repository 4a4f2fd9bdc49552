"""Genres as the database keeps them."""

from typing import TypedDict

from typing_extensions import NotRequired

from app.models.base import Collection

COLLECTION = Collection(
    "genres",
    id="integer",
    references={
        "parent_id": ("genres", "restrict"),
    },
    has_timestamps=False,
)


class Genre(TypedDict):
    """A shelf mark. Genres form a tree."""

    _id: int
    _version: int
    name: str
    parent_id: NotRequired[int]
