"""What can be done with genres."""

from collections.abc import Mapping
from typing import Any

from app import repositories
from app.database import Session
from app.models import Genre
from app.schemas.base import values_of
from app.schemas.genre import GenreCreate, GenreRead, GenreUpdate, read_row
from app.services.base import Service


class GenreService(Service[Genre]):
    """The rules of genres."""

    title = "genre"

    def __init__(self, session: Session) -> None:
        super().__init__(session, repositories.GenreRepository(session))

    def read(self, row: Genre) -> GenreRead:
        return read_row(row)

    def references(self) -> Mapping[str, repositories.Repository[Any]]:
        return {
            "parent_id": repositories.GenreRepository(self.session),
        }

    async def create(self, body: GenreCreate) -> Genre:
        """Makes a row."""
        return await self.insert(values_of(body))

    async def replace(self, row_id: int, body: GenreCreate, if_match: str | None) -> Genre:
        """Sets everything that can be written of a row."""
        values = values_of(body)
        return await self.change(row_id, if_match, lambda _row: values)

    async def patch(self, row_id: int, body: GenreUpdate, if_match: str | None) -> Genre:
        """Sets what a merge patch names."""
        given = values_of(body, given_only=True)
        return await self.change(row_id, if_match, lambda _row: given)
