"""Queries of reservations."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import Reservation
from app.repositories.base import Repository


class ReservationRepository(Repository[Reservation]):
    """The reservations that there are."""

    model = Reservation
    title = "reservation"
    references: Mapping[str, str] = {
        "reservations_book_id_fkey": "book_id",
        "reservations_filled_by_id_fkey": "filledBy_id",
    }
