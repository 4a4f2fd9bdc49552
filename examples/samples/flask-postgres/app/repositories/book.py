"""Queries of books."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Table

from app.models.book import (
    Book,
    books_authors,
)
from app.repositories.base import Repository


class BookRepository(Repository[Book]):
    """The books that there are."""

    model = Book
    title = "book"
    links: Mapping[str, Table] = {
        "author_ids": books_authors,
    }
    references: Mapping[str, str] = {
        "books_genre_id_fkey": "genre_id",
    }
