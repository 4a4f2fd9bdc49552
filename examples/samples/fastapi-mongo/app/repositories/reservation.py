"""Queries of reservations."""

from app.models import Reservation
from app.models.reservation import COLLECTION
from app.repositories.base import Repository


class ReservationRepository(Repository[Reservation]):
    """All reservations."""

    model = COLLECTION
