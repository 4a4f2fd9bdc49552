"""The collection /api/v1/copies."""

from typing import Annotated

from bson import ObjectId
from fastapi import APIRouter, Depends, Response
from starlette.status import HTTP_204_NO_CONTENT

from app.core.list_query import ListQuery
from app.dependencies import (
    IfMatch,
    Session,
    id_in_path,
    json_body,
    patch_body,
    query_of,
)
from app.fields import copy_record as fields
from app.responses import created_response, page_response, row_response
from app.schemas.copy_record import CopyRecordCreate, CopyRecordUpdate, read_row
from app.services.copy_record import CopyRecordService

PATH = "/api/v1/copies"

Query = Annotated[ListQuery, Depends(query_of(fields.LIST))]
RowId = Annotated[ObjectId, Depends(id_in_path(fields.ID))]
Body = Annotated[CopyRecordCreate, Depends(json_body(CopyRecordCreate))]
Patch = Annotated[CopyRecordUpdate, Depends(patch_body(CopyRecordUpdate))]

router = APIRouter(prefix=PATH)


@router.get("")
async def list_copies(
    query: Query,
    session: Session,
) -> Response:
    service = CopyRecordService(session)
    page = await service.page(query)
    items = [read_row(row) for row in page.items]
    return page_response(
        {"items": items, "page": page.page, "limit": page.limit, "total": page.total}
    )


@router.post("")
async def create_copy_record(
    body: Body,
    session: Session,
) -> Response:
    service = CopyRecordService(session)
    row = await service.create(body)
    return created_response(read_row(row), PATH)


@router.get("/{id}")
async def get_copy_record(
    row_id: RowId,
    session: Session,
) -> Response:
    service = CopyRecordService(session)
    row = await service.get(row_id)
    return row_response(read_row(row))


@router.put("/{id}")
async def replace_copy_record(
    body: Body,
    row_id: RowId,
    session: Session,
    if_match: IfMatch = None,
) -> Response:
    service = CopyRecordService(session)
    row = await service.replace(row_id, body, if_match)
    return row_response(read_row(row))


@router.patch("/{id}")
async def update_copy_record(
    body: Patch,
    row_id: RowId,
    session: Session,
    if_match: IfMatch = None,
) -> Response:
    service = CopyRecordService(session)
    row = await service.patch(row_id, body, if_match)
    return row_response(read_row(row))


@router.delete("/{id}", status_code=HTTP_204_NO_CONTENT)
async def delete_copy_record(
    row_id: RowId,
    session: Session,
    if_match: IfMatch = None,
) -> None:
    service = CopyRecordService(session)
    await service.delete(row_id, if_match)
