"""What the properties of one reservation may hold, and what a list can be asked for."""

from __future__ import annotations

from app.core import wire
from app.core.list_query import Filter, ListDefinition
from app.models import Reservation

ID = wire.uuid()
EXPIRES_ON = wire.date()
BOOK_ID = wire.uuid()
MEMBER_ID = wire.uuid()
FILLED_BY_ID = wire.uuid()

LIST = ListDefinition(
    sortable={
        "id": Reservation.id,
        "created_at": Reservation.created_at,
        "updated_at": Reservation.updated_at,
        "expiresOn": Reservation.expires_on,
    },
    searchable=(),
    filters={
        "expiresOn": Filter(Reservation.expires_on, EXPIRES_ON, comparable=True),
        "book_id": Filter(Reservation.book_id, BOOK_ID),
        "member_id": Filter(Reservation.member_id, MEMBER_ID),
        "filledBy_id": Filter(Reservation.filled_by_id, FILLED_BY_ID),
    },
)
