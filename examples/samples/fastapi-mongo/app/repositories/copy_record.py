"""Queries of copies."""

from app.models import CopyRecord
from app.models.copy_record import COLLECTION
from app.repositories.base import Repository


class CopyRecordRepository(Repository[CopyRecord]):
    """All copies."""

    model = COLLECTION
