# -*- coding: utf-8 -*-
"""Examples of reservations. References lead to the examples of other services by their numbers."""

from admin_server.app_reservation.reservation import Reservation

MODEL = Reservation
EXAMPLES = [
    {
        "expiresOn": "2026-01-15",
        "book_id": "000000000000000000000001",
        "member_id": "000000000000000000000001",
        "filledBy_id": "000000000000000000000001",
    },
    {
        "expiresOn": "2026-03-02",
        "book_id": "000000000000000000000002",
        "member_id": "000000000000000000000002",
        "filledBy_id": "000000000000000000000002",
    },
]
