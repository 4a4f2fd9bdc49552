"""Queries of reservations."""

from app.models import Reservation
from app.repositories.base import Repository


class ReservationRepository(Repository[Reservation]):
    """All reservations."""

    model = Reservation
