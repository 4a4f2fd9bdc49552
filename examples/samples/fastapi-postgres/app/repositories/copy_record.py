"""Queries of copies."""

from app.models import CopyRecord
from app.repositories.base import Repository


class CopyRecordRepository(Repository[CopyRecord]):
    """All copies."""

    model = CopyRecord
