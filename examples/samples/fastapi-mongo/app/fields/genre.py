"""What the properties of one genre may hold, and what a list can be asked for."""

from __future__ import annotations

from app.core import wire
from app.core.list_query import Filter, ListDefinition

ID = wire.integer(minimum=1)
NAME = wire.text(max_length=80)
PARENT_ID = wire.integer(minimum=1)

LIST = ListDefinition(
    sortable=(
        "id",
        "name",
    ),
    searchable=(),
    filters={
        "name": Filter(NAME, comparable=True),
        "parent_id": Filter(PARENT_ID),
    },
)
