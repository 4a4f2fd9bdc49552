"""Queries of loans."""

from app.models import Loan
from app.models.loan import COLLECTION
from app.repositories.base import Repository


class LoanRepository(Repository[Loan]):
    """All loans."""

    model = COLLECTION
