"""Examples of copies."""

from __future__ import annotations

from uuid import UUID

from app.fields import copy_record as fields
from app.models import copy_record as models
from app.seeds.example import Example

EXAMPLE = Example(
    model=models.CopyRecord,
    rows=[
        {
            "id": UUID("00000000-0000-4000-8000-000000000001"),
            "barcode": fields.BARCODE.load("30001234"),
            "condition": fields.CONDITION.load("new"),
            "acquired_on": fields.ACQUIRED_ON.load("2026-01-15"),
            "book_id": UUID("00000000-0000-4000-8000-000000000001"),
        },
        {
            "id": UUID("00000000-0000-4000-8000-000000000002"),
            "barcode": fields.BARCODE.load("30001235"),
            "condition": fields.CONDITION.load("good"),
            "acquired_on": fields.ACQUIRED_ON.load("2026-03-02"),
            "book_id": UUID("00000000-0000-4000-8000-000000000002"),
        },
    ],
)
