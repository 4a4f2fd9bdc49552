"""What can be done with genres."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app import repositories
from app.core.etag import check_if_match
from app.core.list_query import ListQuery
from app.core.problems import not_found
from app.core.strict_json import dumps
from app.database import transactional
from app.models import Genre
from app.schemas.genre import GenreCreate, GenreUpdate, read_row


class GenreService:
    """The rules of genres; each change is one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.rows = repositories.GenreRepository(session)

    async def page(self, query: ListQuery) -> repositories.Page[Genre]:
        """Some of the rows that a query finds."""
        return await self.rows.page(query)

    async def get(self, row_id: int, *, lock: bool = False) -> Genre:
        """One row, or a problem 404."""
        row = await self.rows.get(row_id, lock=lock)
        if row is None:
            raise not_found("genre")
        return row

    @transactional
    async def create(self, body: GenreCreate) -> Genre:
        """Makes a row."""
        row = Genre()
        return await self._save(row, dict(body))

    @transactional
    async def replace(self, row_id: int, body: GenreCreate, if_match: str | None) -> Genre:
        """Sets everything that can be written of a row."""
        row = await self._lock(row_id, if_match)
        return await self._save(row, dict(body))

    @transactional
    async def patch(self, row_id: int, body: GenreUpdate, if_match: str | None) -> Genre:
        """Sets what a merge patch names."""
        row = await self._lock(row_id, if_match)
        changes = {name: getattr(body, name) for name in body.model_fields_set}
        return await self._save(row, changes)

    @transactional
    async def delete(self, row_id: int, if_match: str | None) -> None:
        """Removes a row."""
        await self.rows.delete(await self._lock(row_id, if_match))

    async def _lock(self, row_id: int, if_match: str | None) -> Genre:
        row = await self.get(row_id, lock=True)
        if if_match is not None:
            check_if_match(if_match, dumps(read_row(row)))
        return row

    async def _save(self, row: Genre, values: dict[str, Any]) -> Genre:
        await self._check_references(values)
        for name, value in values.items():
            setattr(row, name, value)
        await self.rows.save(row)
        return row

    async def _check_references(self, values: dict[str, Any]) -> None:
        await repositories.GenreRepository(self.session).require(
            "parent_id",
            values.get("parent_id"),
        )
