"""Bodies of genres."""

from __future__ import annotations

from tests.factories.factory import Factory

FACTORY = Factory(
    path="/api/v1/genres",
    bodies=[
        {
            "name": "Fiction",
        },
        {
            "name": "Science fiction",
        },
    ],
)
