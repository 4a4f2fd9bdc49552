"""Many-to-many links of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, delete, insert
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

if TYPE_CHECKING:
    from app.models import Base


def write_links(
    session: Session,
    row: Base,
    attribute: str,
    table: Table,
    ids: Sequence[Any],
    *,
    is_new: bool = False,
) -> None:
    """Sets which rows a row is linked with, in the database and in the attribute.

    The row itself has been flushed before.
    """
    source, target = table.primary_key.columns
    row_id = row.__mapper__.primary_key_from_instance(row)[0]
    if not is_new:
        session.execute(delete(table).where(source == row_id))
    if ids:
        links = [{source.name: row_id, target.name: linked_id} for linked_id in ids]
        session.execute(insert(table), links)
    set_committed_value(row, attribute, sorted(ids))
