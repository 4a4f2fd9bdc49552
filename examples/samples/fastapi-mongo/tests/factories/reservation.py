"""Bodies of reservations."""

from __future__ import annotations

from tests.factories.factory import Factory

FACTORY = Factory(
    path="/api/v1/reservations",
    bodies=[
        {
            "expiresOn": "2026-01-15",
        },
        {
            "expiresOn": "2026-03-02",
        },
    ],
    references={
        "book_id": "book",
        "member_id": "member",
    },
)
