"""Queries of genres."""

from app.models import Genre
from app.models.genre import COLLECTION
from app.repositories.base import Repository


class GenreRepository(Repository[Genre]):
    """All genres."""

    model = COLLECTION
