"""What the service does with copies."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.core.etag import check_if_match
from app.core.list_query import ListQuery
from app.database import reading, writing, writing_once
from app.models import CopyRecord
from app.models.base import now
from app.repositories.base import Page
from app.repositories.copy_record import CopyRecordRepository
from app.schemas import copy_record as schemas


@reading
def find_page(session: Session, query: ListQuery) -> Page[CopyRecord]:
    repository = CopyRecordRepository(session)
    return repository.find_page(query)


@reading
def get(session: Session, row_id: UUID) -> CopyRecord:
    repository = CopyRecordRepository(session)
    return repository.get(row_id)


@writing_once
def create(session: Session, values: dict[str, Any]) -> CopyRecord:
    row = CopyRecord()
    return _save(session, row, values)


@writing
def replace(
    session: Session,
    row_id: UUID,
    values: dict[str, Any],
    if_match: str | None,
) -> CopyRecord:
    row = _get_to_change(session, row_id, if_match)
    row.updated_at = now()
    return _save(session, row, values)


@writing
def patch(
    session: Session,
    row_id: UUID,
    changes: dict[str, Any],
    if_match: str | None,
) -> CopyRecord:
    row = _get_to_change(session, row_id, if_match)
    row.updated_at = now()
    return _save(session, row, changes)


@writing
def delete(session: Session, row_id: UUID, if_match: str | None) -> None:
    row = _get_to_change(session, row_id, if_match)
    repository = CopyRecordRepository(session)
    repository.delete(row)


def _get_to_change(session: Session, row_id: UUID, if_match: str | None) -> CopyRecord:
    repository = CopyRecordRepository(session)
    row = repository.get(row_id, for_update=True)
    check_if_match(if_match, schemas.READ.represent(row))
    return row


def _save(session: Session, row: CopyRecord, values: dict[str, Any]) -> CopyRecord:
    repository = CopyRecordRepository(session)
    return repository.save(row, values)
