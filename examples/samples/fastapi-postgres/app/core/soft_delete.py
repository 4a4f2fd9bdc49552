"""Hiding rows, and following what refers to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Table, delete, select, update
from sqlalchemy.orm import Session

from app.core.problems import conflict
from app.models import Base
from app.models.base import now

HIDDEN_AT = "deleted_at"


def _references_to(table: Table) -> list[tuple[Column[Any], str | None]]:
    """Columns that refer to a table, with what becomes of their rows."""
    return [
        (key.parent, key.ondelete)
        for source in Base.metadata.tables.values()
        for key in source.foreign_keys
        if key.column.table is table
    ]


_REFERENCES = {
    table: _references_to(table) for table in Base.metadata.tables.values() if "id" in table.columns
}


def soft_delete(session: Session, table: Table, ids: Sequence[Any]) -> None:
    """Hides rows as the database deletes them: by the `ON DELETE` of what refers to them."""
    references = [(column.table, column, on_delete) for column, on_delete in _REFERENCES[table]]
    for source, column, on_delete in references:
        if on_delete == "RESTRICT":
            _check_unreferenced(session, table, source, column, ids)
    session.execute(
        update(table)
        .where(table.c.id.in_(ids), table.c[HIDDEN_AT].is_(None))
        .values({HIDDEN_AT: now()})
    )
    for source, column, on_delete in references:
        if on_delete == "SET NULL":
            session.execute(update(source).where(column.in_(ids)).values({column: None}))
        elif on_delete == "CASCADE":
            _delete_referring(session, source, column, ids)


def _check_unreferenced(
    session: Session, table: Table, source: Table, column: Column[Any], ids: Sequence[Any]
) -> None:
    query = select(column).where(column.in_(ids)).limit(1)
    if HIDDEN_AT in source.columns:
        query = query.where(source.c[HIDDEN_AT].is_(None))
    if source is table:
        # Rows that refer to each other can go together.
        query = query.where(source.c.id.not_in(ids))
    if session.execute(query).first() is not None:
        raise conflict("Rows that refer to each other forbid this.")


def _delete_referring(
    session: Session, source: Table, column: Column[Any], ids: Sequence[Any]
) -> None:
    if HIDDEN_AT not in source.columns:
        session.execute(delete(source).where(column.in_(ids)))
        return
    query = select(source.c.id).where(column.in_(ids), source.c[HIDDEN_AT].is_(None))
    referring = session.scalars(query.with_for_update()).all()
    if referring:
        soft_delete(session, source, referring)
