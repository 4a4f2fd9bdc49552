"""Queries of authors."""

from app.models import Author
from app.models.author import COLLECTION
from app.repositories.base import Repository


class AuthorRepository(Repository[Author]):
    """All authors."""

    model = COLLECTION
