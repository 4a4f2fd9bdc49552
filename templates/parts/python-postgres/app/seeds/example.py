"""What the examples of one table are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

{% if model.hasManyToMany %}
from sqlalchemy import Table

{% endif %}
from app.models import Base
{% if model.hasRelations %}


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference that is set when all rows are there."""

    row_id: Any
    column: str
    target_id: Any
{% endif %}
{% if model.hasManyToMany %}


@dataclass(frozen=True, slots=True)
class Link:
    """A row of a join table."""

    table: Table
    row_id: Any
    target_id: Any
{% endif %}


@dataclass(frozen=True, slots=True)
class Example:
    """Rows to look at, and what they refer to."""

    model: type[Base]
    rows: Sequence[dict[str, Any]]
{% if model.hasRelations %}
    references: Sequence[Reference] = ()
{% endif %}
{% if model.hasManyToMany %}
    links: Sequence[Link] = ()
{% endif %}
