"""What the properties of one member may hold, and what a list can be asked for."""

from __future__ import annotations

from typing import Any

from app.core import wire
from app.core.list_query import Filter, ListDefinition

ID = wire.object_id()
CARD_NUMBER = wire.big_integer(
    minimum="1000000000",
    maximum="9999999999",
)
NAME = wire.text(max_length=160)
EMAIL = wire.email(max_length=254)
RECEIVES_REMINDERS = wire.boolean()
FAVOURITE_IDS = wire.id_set(wire.object_id())

# What a property is where it is left out. Copy those that can be changed.
DEFAULTS: dict[str, Any] = {
    "receivesReminders": RECEIVES_REMINDERS.load(True),
}

LIST = ListDefinition(
    sortable=(
        "id",
        "created_at",
        "updated_at",
        "cardNumber",
        "name",
        "email",
        "receivesReminders",
    ),
    searchable=("name",),
    filters={
        "cardNumber": Filter(CARD_NUMBER, comparable=True),
        "email": Filter(EMAIL),
    },
)
