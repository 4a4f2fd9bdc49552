"""Queries of members."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Table
from sqlalchemy.orm import Session

from app.models.member import (
    Member,
    members_favourites,
)
from app.repositories.base import SoftDeleteRepository


class MemberRepository(SoftDeleteRepository[Member]):
    """The members that have not been deleted."""

    model = Member
    title = "member"
    links: Mapping[str, Table] = {
        "favourite_ids": members_favourites,
    }

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Member.deleted_at.is_(None),
        )
