"""What the service does with books."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.core.etag import check_if_match
from app.core.list_query import ListQuery
from app.database import reading, writing
from app.models import Book
from app.models.base import now
from app.repositories.author import AuthorRepository
from app.repositories.base import Page
from app.repositories.book import BookRepository
from app.schemas import book as schemas


@reading
def find_page(session: Session, query: ListQuery) -> Page[Book]:
    repository = BookRepository(session)
    return repository.find_page(query)


@reading
def get(session: Session, row_id: UUID) -> Book:
    repository = BookRepository(session)
    return repository.get(row_id)


@writing
def create(session: Session, values: dict[str, Any]) -> Book:
    row = Book()
    return _save(session, row, values)


@writing
def replace(
    session: Session,
    row_id: UUID,
    values: dict[str, Any],
    if_match: str | None,
) -> Book:
    row = _get_to_change(session, row_id, if_match)
    row.updated_at = now()
    return _save(session, row, values)


@writing
def patch(
    session: Session,
    row_id: UUID,
    changes: dict[str, Any],
    if_match: str | None,
) -> Book:
    row = _get_to_change(session, row_id, if_match)
    row.updated_at = now()
    return _save(session, row, changes)


@writing
def delete(session: Session, row_id: UUID, if_match: str | None) -> None:
    row = _get_to_change(session, row_id, if_match)
    repository = BookRepository(session)
    repository.delete(row)


def _get_to_change(session: Session, row_id: UUID, if_match: str | None) -> Book:
    repository = BookRepository(session)
    row = repository.get(row_id, for_update=True)
    check_if_match(if_match, schemas.READ.represent(row))
    return row


def _save(session: Session, row: Book, values: dict[str, Any]) -> Book:
    if values.get("author_ids"):
        authors_targets = AuthorRepository(session)
        authors_targets.check_exist("author_ids", values["author_ids"])
    repository = BookRepository(session)
    return repository.save(row, values)
