"""What can be done with loans."""

from collections.abc import Mapping
from typing import Any

from bson import ObjectId

from app import repositories
from app.database import Session
from app.models import Loan
from app.schemas.base import values_of
from app.schemas.loan import LoanCreate, LoanRead, LoanUpdate, read_row
from app.services.base import Service


class LoanService(Service[Loan]):
    """The rules of loans."""

    title = "loan"

    def __init__(self, session: Session) -> None:
        super().__init__(session, repositories.LoanRepository(session))

    def read(self, row: Loan) -> LoanRead:
        return read_row(row)

    def references(self) -> Mapping[str, repositories.Repository[Any]]:
        return {
            "copy_id": repositories.CopyRecordRepository(self.session),
            "member_id": repositories.MemberRepository(self.session),
        }

    async def create(self, body: LoanCreate) -> Loan:
        """Makes a row."""
        return await self.insert(values_of(body))

    async def replace(self, row_id: ObjectId, body: LoanCreate, if_match: str | None) -> Loan:
        """Sets everything that can be written of a row."""
        values = values_of(body)
        return await self.change(row_id, if_match, lambda _row: values)

    async def patch(self, row_id: ObjectId, body: LoanUpdate, if_match: str | None) -> Loan:
        """Sets what a merge patch names."""
        given = values_of(body, given_only=True)
        return await self.change(row_id, if_match, lambda _row: given)
