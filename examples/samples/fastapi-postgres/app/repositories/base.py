"""The queries that every table needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.list_query import ListQuery
from app.core.references import reference_conflict
from app.models import Base

Row = TypeVar("Row", bound=Base)


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some of the rows that a query finds, and the number of all."""

    items: Sequence[Row]
    page: int
    limit: int
    total: int


class Repository(Generic[Row]):
    """Reads and writes the rows of one table; what is not visible does not exist."""

    model: type[Row]

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    def visible(self) -> list[ColumnElement[bool]]:
        """What is true of the rows that can be seen."""
        return []

    async def page(self, query: ListQuery) -> Page[Row]:
        """One page of rows and the number of all, in one round trip."""
        where = [*self.visible(), *query.where]
        total = select(func.count()).select_from(self.model).where(*where)
        found = await self.session.execute(
            select(self.model, total.correlate(None).scalar_subquery())
            .where(*where)
            .order_by(*query.order_by)
            .limit(query.limit)
            .offset(query.offset)
        )
        rows = found.all()
        # Beyond the last page no row says how many there are.
        count = rows[0][1] if rows else (await self.session.scalar(total) or 0)
        return Page([row[0] for row in rows], query.page, query.limit, count)

    async def get(self, row_id: Any, *, lock: bool = False) -> Row | None:
        """A row; locked, nothing else can change it until the transaction ends."""
        statement = select(self.model).where(self._id == row_id, *self.visible())
        if lock:
            statement = statement.with_for_update(of=self.model)
        return (await self.session.scalars(statement)).one_or_none()

    async def save(self, row: Row) -> None:
        """Writes a row that is new or has changed."""
        self.session.add(row)
        await self.session.flush()

    async def delete(self, row: Row) -> None:
        """Removes a row for good."""
        await self.session.delete(row)
        await self.session.flush()

    async def require(self, name: str, reference: Any) -> None:
        """Makes sure that a reference, or each of several, leads to a row and keeps doing so.

        :raises Problem: 409, where one leads to nothing that can be seen.
        """
        if reference is None:
            return
        ids = reference if isinstance(reference, list) else [reference]
        if not ids:
            return
        found = await self.session.scalars(
            select(self._id)
            .where(self._id.in_(ids), *self.visible())
            .order_by(self._id)
            .with_for_update(read=True, key_share=True)
        )
        if len(found.all()) < len(ids):
            raise reference_conflict(name)

    @property
    def _id(self) -> ColumnElement[Any]:
        return self.model.__table__.c.id
