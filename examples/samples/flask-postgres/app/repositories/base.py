"""What the queries of all tables have in common."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from psycopg.errors import ForeignKeyViolation
from sqlalchemy import ColumnElement, Table, func, inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.links import write_links
from app.core.list_query import ListQuery
from app.core.problems import not_found
from app.core.references import reference_conflict
from app.core.soft_delete import soft_delete
from app.models import Base

Row = TypeVar("Row", bound=Base)
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some rows of those that a query finds, and how many it finds."""

    items: Sequence[Item]
    total: int


class Repository(Generic[Row]):
    """The rows of one table, as far as they exist for a request."""

    model: type[Row]
    title: str
    references: Mapping[str, str] = {}
    """The property that each foreign key is of."""
    links: Mapping[str, Table] = {}
    """The join table that each attribute with linked ids is kept in."""

    def __init__(self, session: Session, *scope: ColumnElement[bool]) -> None:
        self.session = session
        self.scope = scope
        self.key = self.model.__table__.c["id"]

    def find_page(self, query: ListQuery) -> Page[Row]:
        wanted = [*self.scope, *query.where]
        items = self.session.scalars(
            select(self.model)
            .where(*wanted)
            .order_by(*query.order_by)
            .limit(query.limit)
            .offset(query.offset)
        ).all()
        if 0 < len(items) < query.limit or (not items and query.page == 1):
            # The last page knows how many there are.
            return Page(items, query.offset + len(items))
        count = select(func.count()).select_from(self.model).where(*wanted)
        return Page(items, self.session.scalar(count) or 0)

    def get(self, row_id: Any, *, for_update: bool = False) -> Row:
        statement = select(self.model).where(self.key == row_id, *self.scope)
        if for_update:
            statement = statement.with_for_update(of=self.model)
        row = self.session.scalar(statement)
        if row is None:
            raise not_found(self.title)
        return row

    def check_exist(self, name: str, ids: Collection[Any]) -> None:
        """Raises where one of the rows that a property refers to does not exist.

        Those that do stay until the transaction ends.
        """
        found = self.session.scalars(
            select(self.key)
            .where(self.key.in_(ids), *self.scope)
            .order_by(self.key)
            .with_for_update(read=True, key_share=True)
        ).all()
        if len(found) < len(ids):
            raise reference_conflict(name)

    def save(self, row: Row, values: Mapping[str, Any]) -> Row:
        """Writes values to a row, be it a new one or one of the table."""
        is_new = inspect(row).transient
        for name, value in values.items():
            if name not in self.links:
                setattr(row, name, value)
        self.session.add(row)
        self._flush()
        for name in self.links.keys() & values.keys():
            write_links(self.session, row, name, self.links[name], values[name], is_new=is_new)
        return row

    def delete(self, row: Row) -> None:
        self.session.delete(row)
        self.session.flush()

    def _flush(self) -> None:
        try:
            self.session.flush()
        except IntegrityError as error:
            cause = error.orig
            if isinstance(cause, ForeignKeyViolation):
                name = self.references.get(cause.diag.constraint_name or "")
                if name is not None:
                    raise reference_conflict(name) from error
            raise


class SoftDeleteRepository(Repository[Row]):
    """The rows of a table that hides what is deleted."""

    def delete(self, row: Row) -> None:
        table = cast(Table, self.model.__table__)
        soft_delete(self.session, table, row.__mapper__.primary_key_from_instance(row))
