"""What the service does with genres."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.core.etag import check_if_match
from app.core.list_query import ListQuery
from app.database import reading, writing, writing_once
from app.models import Genre
from app.repositories.base import Page
from app.repositories.genre import GenreRepository
from app.schemas import genre as schemas


@reading
def find_page(session: Session, query: ListQuery) -> Page[Genre]:
    repository = GenreRepository(session)
    return repository.find_page(query)


@reading
def get(session: Session, row_id: int) -> Genre:
    repository = GenreRepository(session)
    return repository.get(row_id)


@writing_once
def create(session: Session, values: dict[str, Any]) -> Genre:
    row = Genre()
    return _save(session, row, values)


@writing
def replace(
    session: Session,
    row_id: int,
    values: dict[str, Any],
    if_match: str | None,
) -> Genre:
    row = _get_to_change(session, row_id, if_match)
    return _save(session, row, values)


@writing
def patch(
    session: Session,
    row_id: int,
    changes: dict[str, Any],
    if_match: str | None,
) -> Genre:
    row = _get_to_change(session, row_id, if_match)
    return _save(session, row, changes)


@writing
def delete(session: Session, row_id: int, if_match: str | None) -> None:
    row = _get_to_change(session, row_id, if_match)
    repository = GenreRepository(session)
    repository.delete(row)


def _get_to_change(session: Session, row_id: int, if_match: str | None) -> Genre:
    repository = GenreRepository(session)
    row = repository.get(row_id, for_update=True)
    check_if_match(if_match, schemas.READ.represent(row))
    return row


def _save(session: Session, row: Genre, values: dict[str, Any]) -> Genre:
    repository = GenreRepository(session)
    return repository.save(row, values)
