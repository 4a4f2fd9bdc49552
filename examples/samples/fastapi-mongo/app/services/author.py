"""What can be done with authors."""

from bson import ObjectId

from app import repositories
from app.database import Session
from app.models import Author
from app.schemas.author import AuthorCreate, AuthorRead, AuthorUpdate, read_row
from app.schemas.base import values_of
from app.services.base import Service


class AuthorService(Service[Author]):
    """The rules of authors."""

    title = "author"

    def __init__(self, session: Session) -> None:
        super().__init__(session, repositories.AuthorRepository(session))

    def read(self, row: Author) -> AuthorRead:
        return read_row(row)

    async def create(self, body: AuthorCreate) -> Author:
        """Makes a row."""
        return await self.insert(values_of(body))

    async def replace(self, row_id: ObjectId, body: AuthorCreate, if_match: str | None) -> Author:
        """Sets everything that can be written of a row."""
        values = values_of(body)
        return await self.change(row_id, if_match, lambda _row: values)

    async def patch(self, row_id: ObjectId, body: AuthorUpdate, if_match: str | None) -> Author:
        """Sets what a merge patch names."""
        given = values_of(body, given_only=True)
        return await self.change(row_id, if_match, lambda _row: given)
