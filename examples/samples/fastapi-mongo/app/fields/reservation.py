"""What the properties of one reservation may hold, and what a list can be asked for."""

from __future__ import annotations

from app.core import wire
from app.core.list_query import Filter, ListDefinition

ID = wire.object_id()
EXPIRES_ON = wire.date()
BOOK_ID = wire.object_id()
MEMBER_ID = wire.object_id()
FILLED_BY_ID = wire.object_id()

LIST = ListDefinition(
    sortable=(
        "id",
        "created_at",
        "updated_at",
        "expiresOn",
    ),
    searchable=(),
    filters={
        "expiresOn": Filter(EXPIRES_ON, comparable=True),
        "book_id": Filter(BOOK_ID),
        "member_id": Filter(MEMBER_ID),
        "filledBy_id": Filter(FILLED_BY_ID),
    },
)
