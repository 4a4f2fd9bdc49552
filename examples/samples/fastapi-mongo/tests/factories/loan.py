"""Bodies of loans."""

from __future__ import annotations

from tests.factories.factory import Factory

FACTORY = Factory(
    path="/api/v1/loans",
    bodies=[
        {
            "lentAt": "2026-01-15T09:30:00.000Z",
            "dueOn": "2026-01-15",
            "returnedAt": "2026-01-15T09:30:00.000Z",
            "fine": "19.95",
        },
        {
            "lentAt": "2026-03-02T14:05:00.000Z",
            "dueOn": "2026-03-02",
            "returnedAt": "2026-03-02T14:05:00.000Z",
            "fine": "5.95",
        },
    ],
    references={
        "copy_id": "copy_record",
        "member_id": "member",
    },
)
