"""What the tables have in common."""

from datetime import datetime, timezone
from typing import Any

from sqlalchemy import Column, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedSQLExpression, column_property


class Base(DeclarativeBase):
    """The base of every model."""


def now() -> datetime:
    """This instant in milliseconds, as the wire shows it."""
    instant = datetime.now(timezone.utc)
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)


def linked_ids(
    row_id: Mapped[Any], source: Column[Any], target: Column[Any]
) -> MappedSQLExpression[Any]:
    """The ids that a join table links a row with, in order: a part of each select of the row."""
    links = (
        select(target)
        .where(source == row_id)
        .order_by(target)
        .correlate_except(source.table)
        .scalar_subquery()
    )
    return column_property(func.array(links, type_=ARRAY(target.type)), expire_on_flush=False)
