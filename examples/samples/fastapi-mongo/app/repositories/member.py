"""Queries of members."""

from app.models import Member
from app.models.member import COLLECTION
from app.repositories.base import Repository


class MemberRepository(Repository[Member]):
    """All members."""

    model = COLLECTION
