"""Bodies of authors."""

from __future__ import annotations

from tests.factories.factory import Factory

FACTORY = Factory(
    path="/api/v1/authors",
    bodies=[
        {
            "name": "Le Guin, Ursula K.",
            "bornOn": "2026-01-15",
            "website": "https://example.com/1",
        },
        {
            "name": "Borges, Jorge Luis",
            "bornOn": "2026-03-02",
            "website": "https://example.com/2",
        },
    ],
)
