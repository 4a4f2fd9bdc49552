"""What can be done with members."""

from collections.abc import Mapping
from typing import Any

from bson import ObjectId

from app import repositories
from app.database import Session
from app.models import Member
from app.schemas.base import values_of
from app.schemas.member import MemberCreate, MemberRead, MemberUpdate, read_row
from app.services.base import Service


class MemberService(Service[Member]):
    """The rules of members."""

    title = "member"

    def __init__(self, session: Session) -> None:
        super().__init__(session, repositories.MemberRepository(session))

    def read(self, row: Member) -> MemberRead:
        return read_row(row)

    def references(self) -> Mapping[str, repositories.Repository[Any]]:
        return {
            "favourite_ids": repositories.BookRepository(self.session),
        }

    async def create(self, body: MemberCreate) -> Member:
        """Makes a row."""
        return await self.insert(values_of(body))

    async def replace(self, row_id: ObjectId, body: MemberCreate, if_match: str | None) -> Member:
        """Sets everything that can be written of a row."""
        values = values_of(body)
        return await self.change(row_id, if_match, lambda _row: values)

    async def patch(self, row_id: ObjectId, body: MemberUpdate, if_match: str | None) -> Member:
        """Sets what a merge patch names."""
        given = values_of(body, given_only=True)
        return await self.change(row_id, if_match, lambda _row: given)
