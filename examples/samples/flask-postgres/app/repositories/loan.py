"""Queries of loans."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import Loan
from app.repositories.base import Repository


class LoanRepository(Repository[Loan]):
    """The loans that there are."""

    model = Loan
    title = "loan"
    references: Mapping[str, str] = {
        "loans_copy_id_fkey": "copy_id",
    }
