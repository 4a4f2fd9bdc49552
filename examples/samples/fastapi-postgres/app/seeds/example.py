"""What the examples of one table are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from app.models import Base


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference that is set when all rows are there."""

    row_id: Any
    column: str
    target_id: Any


@dataclass(frozen=True, slots=True)
class Link:
    """A row of a join table."""

    table: Table
    row_id: Any
    target_id: Any


@dataclass(frozen=True, slots=True)
class Example:
    """Rows to look at, and what they refer to."""

    model: type[Base]
    rows: Sequence[dict[str, Any]]
    references: Sequence[Reference] = ()
    links: Sequence[Link] = ()
