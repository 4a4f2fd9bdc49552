"""What the properties of one loan may hold, and what a list can be asked for."""

from __future__ import annotations

from typing import Any

from app.core import wire
from app.core.list_query import Filter, ListDefinition

ID = wire.object_id()
LENT_AT = wire.date_time()
DUE_ON = wire.date()
RETURNED_AT = wire.date_time()
FINE = wire.decimal(
    precision=8,
    scale=2,
    minimum="0",
)
COPY_ID = wire.object_id()
MEMBER_ID = wire.object_id()

# What a property is where it is left out. Copy those that can be changed.
DEFAULTS: dict[str, Any] = {
    "fine": FINE.load("0.00"),
}

LIST = ListDefinition(
    sortable=(
        "id",
        "created_at",
        "updated_at",
        "lentAt",
        "dueOn",
        "returnedAt",
        "fine",
    ),
    searchable=(),
    filters={
        "lentAt": Filter(LENT_AT, comparable=True),
        "dueOn": Filter(DUE_ON, comparable=True),
        "copy_id": Filter(COPY_ID),
        "member_id": Filter(MEMBER_ID),
    },
)
