"""What the properties of one copy may hold, and what a list can be asked for."""

from __future__ import annotations

from typing import Any

from app.core import wire
from app.core.list_query import Filter, ListDefinition

ID = wire.object_id()
BARCODE = wire.text(
    max_length=20,
    pattern="^[0-9]{6,20}$",
)
CONDITION = wire.one_of(
    "new",
    "good",
    "worn",
    "damaged",
)
ACQUIRED_ON = wire.date()
BOOK_ID = wire.object_id()

# What a property is where it is left out. Copy those that can be changed.
DEFAULTS: dict[str, Any] = {
    "condition": CONDITION.load("new"),
}

LIST = ListDefinition(
    sortable=(
        "id",
        "created_at",
        "updated_at",
        "barcode",
        "condition",
        "acquiredOn",
    ),
    searchable=(),
    filters={
        "barcode": Filter(BARCODE, comparable=True),
        "condition": Filter(CONDITION),
        "book_id": Filter(BOOK_ID),
    },
)
