"""Queries of authors."""

from __future__ import annotations

from app.models import Author
from app.repositories.base import Repository


class AuthorRepository(Repository[Author]):
    """The authors that there are."""

    model = Author
    title = "author"
