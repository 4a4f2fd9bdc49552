"""What the properties of one genre may hold, and what a list can be asked for."""

from __future__ import annotations

from app.core import wire
from app.core.list_query import Filter, ListDefinition
from app.models import Genre

ID = wire.integer(minimum=1)
NAME = wire.text(max_length=80)
PARENT_ID = wire.integer(minimum=1)

LIST = ListDefinition(
    sortable={
        "id": Genre.id,
        "name": Genre.name,
    },
    searchable=(),
    filters={
        "name": Filter(Genre.name, NAME, comparable=True),
        "parent_id": Filter(Genre.parent_id, PARENT_ID),
    },
)
