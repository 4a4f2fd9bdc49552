"""Examples of members."""

from __future__ import annotations

from uuid import UUID

from app.fields import member as fields
from app.models import member as models
from app.seeds.example import Example, Link

EXAMPLE = Example(
    model=models.Member,
    rows=[
        {
            "id": UUID("00000000-0000-4000-8000-000000000001"),
            "card_number": fields.CARD_NUMBER.load("2000000017"),
            "name": fields.NAME.load("Ada Okafor"),
            "email": fields.EMAIL.load("ada@example.com"),
            "receives_reminders": fields.RECEIVES_REMINDERS.load(True),
        },
        {
            "id": UUID("00000000-0000-4000-8000-000000000002"),
            "card_number": fields.CARD_NUMBER.load("2000000025"),
            "name": fields.NAME.load("Bruno Silva"),
            "email": fields.EMAIL.load("a0@example.org"),
            "receives_reminders": fields.RECEIVES_REMINDERS.load(False),
        },
    ],
    links=[
        Link(
            models.members_favourites,
            UUID("00000000-0000-4000-8000-000000000001"),
            UUID("00000000-0000-4000-8000-000000000002"),
        ),
    ],
)
