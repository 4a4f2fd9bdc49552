"""What the properties of one author may hold, and what a list can be asked for."""

from __future__ import annotations

from app.core import wire
from app.core.list_query import Filter, ListDefinition

ID = wire.object_id()
NAME = wire.text(max_length=160)
BORN_ON = wire.date(
    minimum="1000-01-01",
)
WEBSITE = wire.uri(max_length=2048)

LIST = ListDefinition(
    sortable=(
        "id",
        "created_at",
        "updated_at",
        "name",
        "bornOn",
        "website",
    ),
    searchable=("name",),
    filters={
        "name": Filter(NAME, comparable=True),
    },
)
