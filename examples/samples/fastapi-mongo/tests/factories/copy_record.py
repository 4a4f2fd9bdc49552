"""Bodies of copies."""

from __future__ import annotations

from tests.factories.factory import Factory

FACTORY = Factory(
    path="/api/v1/copies",
    bodies=[
        {
            "barcode": "30001234",
            "condition": "new",
            "acquiredOn": "2026-01-15",
        },
        {
            "barcode": "30001235",
            "condition": "good",
            "acquiredOn": "2026-03-02",
        },
    ],
    references={
        "book_id": "book",
    },
)
