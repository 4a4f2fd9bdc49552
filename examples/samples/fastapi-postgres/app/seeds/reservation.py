"""Examples of reservations."""

from __future__ import annotations

from uuid import UUID

from app.fields import reservation as fields
from app.models import reservation as models
from app.seeds.example import Example

EXAMPLE = Example(
    model=models.Reservation,
    rows=[
        {
            "id": UUID("00000000-0000-4000-8000-000000000001"),
            "expires_on": fields.EXPIRES_ON.load("2026-01-15"),
            "book_id": UUID("00000000-0000-4000-8000-000000000001"),
            "member_id": UUID("00000000-0000-4000-8000-000000000001"),
            "filled_by_id": UUID("00000000-0000-4000-8000-000000000001"),
        },
        {
            "id": UUID("00000000-0000-4000-8000-000000000002"),
            "expires_on": fields.EXPIRES_ON.load("2026-03-02"),
            "book_id": UUID("00000000-0000-4000-8000-000000000002"),
            "member_id": UUID("00000000-0000-4000-8000-000000000002"),
            "filled_by_id": UUID("00000000-0000-4000-8000-000000000002"),
        },
    ],
)
