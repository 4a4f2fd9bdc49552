"""What the services of all resources do alike."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Generic, TypeVar

from app.core.etag import check_if_match
from app.core.list_query import ListQuery
from app.core.problems import Problem, not_found
from app.core.strict_json import dumps
from app.database import Session
from app.repositories import Page, Repository
from app.repositories.deletion import is_referred_to

Row = TypeVar("Row", bound=Mapping[str, Any])


class Service(ABC, Generic[Row]):
    """The rules of one resource."""

    title: ClassVar[str]

    def __init__(self, session: Session, rows: Repository[Row]) -> None:
        self.session = session
        self.rows = rows

    @abstractmethod
    def read(self, row: Row) -> Mapping[str, Any]:
        """What answers say about a row."""

    def references(self) -> Mapping[str, Repository[Any]]:
        """The properties that refer to rows, and where those are."""
        return {}

    async def page(self, query: ListQuery) -> Page[Row]:
        """Some of the rows that a query finds."""
        return await self.rows.page(query)

    async def get(self, row_id: Any) -> Row:
        """One row, or a problem 404."""
        row = await self.rows.get(row_id)
        if row is None:
            raise not_found(self.title)
        return row

    async def delete(self, row_id: Any, if_match: str | None) -> None:
        """Removes a row."""

        async def work() -> None:
            await self.rows.delete(await self._get_unchanged(row_id, if_match))

        run = self.session.transact if is_referred_to(self.rows.model) else self.session.run
        await run(work)

    async def insert(self, values: Mapping[str, Any]) -> Row:
        """Makes a row."""
        referred = self._referred(values)
        if not referred:
            return await self.rows.insert(values)

        async def work() -> Row:
            await self._require(referred)
            row = await self.rows.insert(values)
            try:
                await self._hold(referred)
            except Problem:
                await self.rows.remove(row)
                raise
            return row

        return await self.session.transact(work)

    async def change(
        self,
        row_id: Any,
        if_match: str | None,
        values_for: Callable[[Row], dict[str, Any]],
    ) -> Row:
        """Writes values to a row, which may depend on those that it has."""

        async def work() -> Row:
            row = await self._get_unchanged(row_id, if_match)
            values = values_for(row)
            referred = self._referred(values)
            await self._require(referred)
            changed = await self.rows.update(row, values)
            try:
                await self._hold(referred)
            except Problem:
                await self.rows.restore(row, values, self.references())
                raise
            return changed

        run = self.session.transact if self.rows.model.references else self.session.run
        return await run(work)

    async def _get_unchanged(self, row_id: Any, if_match: str | None) -> Row:
        row = await self.get(row_id)
        if if_match is not None:
            check_if_match(if_match, dumps(self.read(row)))
        return row

    def _referred(self, values: Mapping[str, Any]) -> list[tuple[str, list[Any]]]:
        """The references that values hold, each as a list of ids."""
        return [
            (name, value if isinstance(value, list) else [value])
            for name in self.references()
            if (value := values.get(name))
        ]

    async def _require(self, referred: list[tuple[str, list[Any]]]) -> None:
        for name, ids in referred:
            await self.references()[name].require(name, ids)

    async def _hold(self, referred: list[tuple[str, list[Any]]]) -> None:
        for name, ids in referred:
            await self.references()[name].hold(name, ids)
