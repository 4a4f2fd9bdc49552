"""Queries of copies."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import CopyRecord
from app.repositories.base import Repository


class CopyRecordRepository(Repository[CopyRecord]):
    """The copies that there are."""

    model = CopyRecord
    title = "copy"
    references: Mapping[str, str] = {
        "copies_book_id_fkey": "book_id",
    }
