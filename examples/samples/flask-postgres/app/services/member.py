"""What the service does with members."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.core.etag import check_if_match
from app.core.list_query import ListQuery
from app.database import reading, writing
from app.models import Member
from app.models.base import now
from app.repositories.base import Page
from app.repositories.book import BookRepository
from app.repositories.member import MemberRepository
from app.schemas import member as schemas


@reading
def find_page(session: Session, query: ListQuery) -> Page[Member]:
    repository = MemberRepository(session)
    return repository.find_page(query)


@reading
def get(session: Session, row_id: UUID) -> Member:
    repository = MemberRepository(session)
    return repository.get(row_id)


@writing
def create(session: Session, values: dict[str, Any]) -> Member:
    row = Member()
    return _save(session, row, values)


@writing
def replace(
    session: Session,
    row_id: UUID,
    values: dict[str, Any],
    if_match: str | None,
) -> Member:
    row = _get_to_change(session, row_id, if_match)
    row.updated_at = now()
    return _save(session, row, values)


@writing
def patch(
    session: Session,
    row_id: UUID,
    changes: dict[str, Any],
    if_match: str | None,
) -> Member:
    row = _get_to_change(session, row_id, if_match)
    row.updated_at = now()
    return _save(session, row, changes)


@writing
def delete(session: Session, row_id: UUID, if_match: str | None) -> None:
    row = _get_to_change(session, row_id, if_match)
    repository = MemberRepository(session)
    repository.delete(row)


def _get_to_change(session: Session, row_id: UUID, if_match: str | None) -> Member:
    repository = MemberRepository(session)
    row = repository.get(row_id, for_update=True)
    check_if_match(if_match, schemas.READ.represent(row))
    return row


def _save(session: Session, row: Member, values: dict[str, Any]) -> Member:
    if values.get("favourite_ids"):
        favourites_targets = BookRepository(session)
        favourites_targets.check_exist("favourite_ids", values["favourite_ids"])
    repository = MemberRepository(session)
    return repository.save(row, values)
