"""What the service does with loans."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.core.etag import check_if_match
from app.core.list_query import ListQuery
from app.database import reading, writing
from app.models import Loan
from app.models.base import now
from app.repositories.base import Page
from app.repositories.loan import LoanRepository
from app.repositories.member import MemberRepository
from app.schemas import loan as schemas


@reading
def find_page(session: Session, query: ListQuery) -> Page[Loan]:
    repository = LoanRepository(session)
    return repository.find_page(query)


@reading
def get(session: Session, row_id: UUID) -> Loan:
    repository = LoanRepository(session)
    return repository.get(row_id)


@writing
def create(session: Session, values: dict[str, Any]) -> Loan:
    row = Loan()
    return _save(session, row, values)


@writing
def replace(
    session: Session,
    row_id: UUID,
    values: dict[str, Any],
    if_match: str | None,
) -> Loan:
    row = _get_to_change(session, row_id, if_match)
    row.updated_at = now()
    return _save(session, row, values)


@writing
def patch(
    session: Session,
    row_id: UUID,
    changes: dict[str, Any],
    if_match: str | None,
) -> Loan:
    row = _get_to_change(session, row_id, if_match)
    row.updated_at = now()
    return _save(session, row, changes)


@writing
def delete(session: Session, row_id: UUID, if_match: str | None) -> None:
    row = _get_to_change(session, row_id, if_match)
    repository = LoanRepository(session)
    repository.delete(row)


def _get_to_change(session: Session, row_id: UUID, if_match: str | None) -> Loan:
    repository = LoanRepository(session)
    row = repository.get(row_id, for_update=True)
    check_if_match(if_match, schemas.READ.represent(row))
    return row


def _save(session: Session, row: Loan, values: dict[str, Any]) -> Loan:
    if values.get("member_id") is not None:
        member_targets = MemberRepository(session)
        member_targets.check_exist("member_id", [values["member_id"]])
    repository = LoanRepository(session)
    return repository.save(row, values)
