"""Bodies of members."""

from __future__ import annotations

from tests.factories.factory import Factory

FACTORY = Factory(
    path="/api/v1/members",
    bodies=[
        {
            "cardNumber": "2000000017",
            "name": "Ada Okafor",
            "email": "ada@example.com",
            "receivesReminders": True,
        },
        {
            "cardNumber": "2000000025",
            "name": "Bruno Silva",
            "email": "a0@example.org",
            "receivesReminders": False,
        },
    ],
)
