"""Examples of authors."""

from __future__ import annotations

from uuid import UUID

from app.fields import author as fields
from app.models import author as models
from app.seeds.example import Example

EXAMPLE = Example(
    model=models.Author,
    rows=[
        {
            "id": UUID("00000000-0000-4000-8000-000000000001"),
            "name": fields.NAME.load("Le Guin, Ursula K."),
            "born_on": fields.BORN_ON.load("2026-01-15"),
            "website": fields.WEBSITE.load("https://example.com/1"),
        },
        {
            "id": UUID("00000000-0000-4000-8000-000000000002"),
            "name": fields.NAME.load("Borges, Jorge Luis"),
            "born_on": fields.BORN_ON.load("2026-03-02"),
            "website": fields.WEBSITE.load("https://example.com/2"),
        },
    ],
)
