"""What the properties of one member may hold, and what a list can be asked for."""

from __future__ import annotations

from typing import Any

from app.core import wire
from app.core.list_query import Filter, ListDefinition
from app.models import Member

ID = wire.uuid()
CARD_NUMBER = wire.big_integer(
    minimum="1000000000",
    maximum="9999999999",
)
NAME = wire.text(max_length=160)
EMAIL = wire.email(max_length=254)
RECEIVES_REMINDERS = wire.boolean()
FAVOURITE_IDS = wire.id_set(wire.uuid())

# What a property is where it is left out. Copy those that can be changed.
DEFAULTS: dict[str, Any] = {
    "receives_reminders": RECEIVES_REMINDERS.load(True),
}

LIST = ListDefinition(
    sortable={
        "id": Member.id,
        "created_at": Member.created_at,
        "updated_at": Member.updated_at,
        "cardNumber": Member.card_number,
        "name": Member.name,
        "email": Member.email,
        "receivesReminders": Member.receives_reminders,
    },
    searchable=(Member.name,),
    filters={
        "cardNumber": Filter(Member.card_number, CARD_NUMBER, comparable=True),
        "email": Filter(Member.email, EMAIL),
    },
)
