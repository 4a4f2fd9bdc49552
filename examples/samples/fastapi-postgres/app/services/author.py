"""What can be done with authors."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app import repositories
from app.core.etag import check_if_match
from app.core.list_query import ListQuery
from app.core.problems import not_found
from app.core.strict_json import dumps
from app.database import transactional
from app.models import Author
from app.models.base import now
from app.schemas.author import AuthorCreate, AuthorUpdate, read_row


class AuthorService:
    """The rules of authors; each change is one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.rows = repositories.AuthorRepository(session)

    async def page(self, query: ListQuery) -> repositories.Page[Author]:
        """Some of the rows that a query finds."""
        return await self.rows.page(query)

    async def get(self, row_id: UUID, *, lock: bool = False) -> Author:
        """One row, or a problem 404."""
        row = await self.rows.get(row_id, lock=lock)
        if row is None:
            raise not_found("author")
        return row

    @transactional
    async def create(self, body: AuthorCreate) -> Author:
        """Makes a row."""
        row = Author(created_at=now())
        return await self._save(row, dict(body))

    @transactional
    async def replace(self, row_id: UUID, body: AuthorCreate, if_match: str | None) -> Author:
        """Sets everything that can be written of a row."""
        row = await self._lock(row_id, if_match)
        return await self._save(row, dict(body))

    @transactional
    async def patch(self, row_id: UUID, body: AuthorUpdate, if_match: str | None) -> Author:
        """Sets what a merge patch names."""
        row = await self._lock(row_id, if_match)
        changes = {name: getattr(body, name) for name in body.model_fields_set}
        return await self._save(row, changes)

    @transactional
    async def delete(self, row_id: UUID, if_match: str | None) -> None:
        """Removes a row."""
        await self.rows.delete(await self._lock(row_id, if_match))

    async def _lock(self, row_id: UUID, if_match: str | None) -> Author:
        row = await self.get(row_id, lock=True)
        if if_match is not None:
            check_if_match(if_match, dumps(read_row(row)))
        return row

    async def _save(self, row: Author, values: dict[str, Any]) -> Author:
        for name, value in values.items():
            setattr(row, name, value)
        row.updated_at = now()
        await self.rows.save(row)
        return row
