"""What can be done with books."""

from collections.abc import Mapping
from typing import Any

from bson import ObjectId

from app import repositories
from app.database import Session
from app.models import Book
from app.schemas.base import values_of
from app.schemas.book import BookCreate, BookRead, BookUpdate, read_row
from app.services.base import Service


class BookService(Service[Book]):
    """The rules of books."""

    title = "book"

    def __init__(self, session: Session) -> None:
        super().__init__(session, repositories.BookRepository(session))

    def read(self, row: Book) -> BookRead:
        return read_row(row)

    def references(self) -> Mapping[str, repositories.Repository[Any]]:
        return {
            "author_ids": repositories.AuthorRepository(self.session),
            "genre_id": repositories.GenreRepository(self.session),
        }

    async def create(self, body: BookCreate) -> Book:
        """Makes a row."""
        return await self.insert(values_of(body))

    async def replace(self, row_id: ObjectId, body: BookCreate, if_match: str | None) -> Book:
        """Sets everything that can be written of a row."""
        values = values_of(body)
        return await self.change(row_id, if_match, lambda _row: values)

    async def patch(self, row_id: ObjectId, body: BookUpdate, if_match: str | None) -> Book:
        """Sets what a merge patch names."""
        given = values_of(body, given_only=True)
        return await self.change(row_id, if_match, lambda _row: given)
