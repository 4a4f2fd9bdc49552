"""What can be done with copies."""

from collections.abc import Mapping
from typing import Any

from bson import ObjectId

from app import repositories
from app.database import Session
from app.models import CopyRecord
from app.schemas.base import values_of
from app.schemas.copy_record import CopyRecordCreate, CopyRecordRead, CopyRecordUpdate, read_row
from app.services.base import Service


class CopyRecordService(Service[CopyRecord]):
    """The rules of copies."""

    title = "copy"

    def __init__(self, session: Session) -> None:
        super().__init__(session, repositories.CopyRecordRepository(session))

    def read(self, row: CopyRecord) -> CopyRecordRead:
        return read_row(row)

    def references(self) -> Mapping[str, repositories.Repository[Any]]:
        return {
            "book_id": repositories.BookRepository(self.session),
        }

    async def create(self, body: CopyRecordCreate) -> CopyRecord:
        """Makes a row."""
        return await self.insert(values_of(body))

    async def replace(
        self,
        row_id: ObjectId,
        body: CopyRecordCreate,
        if_match: str | None,
    ) -> CopyRecord:
        """Sets everything that can be written of a row."""
        values = values_of(body)
        return await self.change(row_id, if_match, lambda _row: values)

    async def patch(
        self,
        row_id: ObjectId,
        body: CopyRecordUpdate,
        if_match: str | None,
    ) -> CopyRecord:
        """Sets what a merge patch names."""
        given = values_of(body, given_only=True)
        return await self.change(row_id, if_match, lambda _row: given)
