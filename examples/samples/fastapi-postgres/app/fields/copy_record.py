"""What the properties of one copy may hold, and what a list can be asked for."""

from __future__ import annotations

from typing import Any

from app.core import wire
from app.core.list_query import Filter, ListDefinition
from app.models import CopyRecord

ID = wire.uuid()
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
BOOK_ID = wire.uuid()

# What a property is where it is left out. Copy those that can be changed.
DEFAULTS: dict[str, Any] = {
    "condition": CONDITION.load("new"),
}

LIST = ListDefinition(
    sortable={
        "id": CopyRecord.id,
        "created_at": CopyRecord.created_at,
        "updated_at": CopyRecord.updated_at,
        "barcode": CopyRecord.barcode,
        "condition": CopyRecord.condition,
        "acquiredOn": CopyRecord.acquired_on,
    },
    searchable=(),
    filters={
        "barcode": Filter(CopyRecord.barcode, BARCODE, comparable=True),
        "condition": Filter(CopyRecord.condition, CONDITION),
        "book_id": Filter(CopyRecord.book_id, BOOK_ID),
    },
)
