"""Queries of genres."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import Genre
from app.repositories.base import Repository


class GenreRepository(Repository[Genre]):
    """The genres that there are."""

    model = Genre
    title = "genre"
    references: Mapping[str, str] = {
        "genres_parent_id_fkey": "parent_id",
    }
