"""What can be done with reservations."""

from collections.abc import Mapping
from typing import Any

from bson import ObjectId

from app import repositories
from app.database import Session
from app.models import Reservation
from app.schemas.base import values_of
from app.schemas.reservation import ReservationCreate, ReservationRead, ReservationUpdate, read_row
from app.services.base import Service


class ReservationService(Service[Reservation]):
    """The rules of reservations."""

    title = "reservation"

    def __init__(self, session: Session) -> None:
        super().__init__(session, repositories.ReservationRepository(session))

    def read(self, row: Reservation) -> ReservationRead:
        return read_row(row)

    def references(self) -> Mapping[str, repositories.Repository[Any]]:
        return {
            "book_id": repositories.BookRepository(self.session),
            "member_id": repositories.MemberRepository(self.session),
            "filledBy_id": repositories.CopyRecordRepository(self.session),
        }

    async def create(self, body: ReservationCreate) -> Reservation:
        """Makes a row."""
        return await self.insert(values_of(body))

    async def replace(
        self,
        row_id: ObjectId,
        body: ReservationCreate,
        if_match: str | None,
    ) -> Reservation:
        """Sets everything that can be written of a row."""
        values = values_of(body)
        return await self.change(row_id, if_match, lambda _row: values)

    async def patch(
        self,
        row_id: ObjectId,
        body: ReservationUpdate,
        if_match: str | None,
    ) -> Reservation:
        """Sets what a merge patch names."""
        given = values_of(body, given_only=True)
        return await self.change(row_id, if_match, lambda _row: given)
