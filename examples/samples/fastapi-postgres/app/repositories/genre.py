"""Queries of genres."""

from app.models import Genre
from app.repositories.base import Repository


class GenreRepository(Repository[Genre]):
    """All genres."""

    model = Genre
