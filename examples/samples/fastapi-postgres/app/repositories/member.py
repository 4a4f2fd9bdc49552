"""Queries of members."""

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, inspect

from app.core.links import write_links
from app.core.soft_delete import soft_delete
from app.models import Base, Member
from app.models import member as tables
from app.repositories.base import Repository


class MemberRepository(Repository[Member]):
    """All members."""

    model = Member
    join_tables: ClassVar = {
        "favourite_ids": tables.members_favourites,
    }

    def visible(self) -> list[ColumnElement[bool]]:
        """What nobody has deleted."""
        return [Member.deleted_at.is_(None)]

    async def save_with_links(
        self,
        row: Member,
        links: Mapping[str, list[Any]],
    ) -> None:
        """Writes a row, and which rows it is linked with."""
        is_new = inspect(row).transient
        await self.save(row)
        for name, ids in links.items():
            table = self.join_tables[name]
            await self.session.run_sync(write_links, row, name, table, ids, is_new=is_new)

    async def delete(self, row: Member) -> None:
        """Hides a row, and does to those that refer to it what their references say."""
        table = Base.metadata.tables[Member.__tablename__]
        await self.session.run_sync(soft_delete, table, [row.id])
