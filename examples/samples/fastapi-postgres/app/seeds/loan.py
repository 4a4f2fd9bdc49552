"""Examples of loans."""

from __future__ import annotations

from uuid import UUID

from app.fields import loan as fields
from app.models import loan as models
from app.seeds.example import Example

EXAMPLE = Example(
    model=models.Loan,
    rows=[
        {
            "id": UUID("00000000-0000-4000-8000-000000000001"),
            "lent_at": fields.LENT_AT.load("2026-01-15T09:30:00.000Z"),
            "due_on": fields.DUE_ON.load("2026-01-15"),
            "returned_at": fields.RETURNED_AT.load("2026-01-15T09:30:00.000Z"),
            "fine": fields.FINE.load("19.95"),
            "copy_id": UUID("00000000-0000-4000-8000-000000000001"),
            "member_id": UUID("00000000-0000-4000-8000-000000000001"),
        },
        {
            "id": UUID("00000000-0000-4000-8000-000000000002"),
            "lent_at": fields.LENT_AT.load("2026-03-02T14:05:00.000Z"),
            "due_on": fields.DUE_ON.load("2026-03-02"),
            "returned_at": fields.RETURNED_AT.load("2026-03-02T14:05:00.000Z"),
            "fine": fields.FINE.load("5.95"),
            "copy_id": UUID("00000000-0000-4000-8000-000000000002"),
            "member_id": UUID("00000000-0000-4000-8000-000000000002"),
        },
    ],
)
