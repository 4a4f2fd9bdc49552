"""Queries of books."""

from app.models import Book
from app.models.book import COLLECTION
from app.repositories.base import Repository


class BookRepository(Repository[Book]):
    """All books."""

    model = COLLECTION
