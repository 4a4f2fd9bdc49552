"""The collection /api/v1/loans."""

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
from app.fields import loan as fields
from app.responses import created_response, page_response, row_response
from app.schemas.loan import LoanCreate, LoanUpdate, read_row
from app.services.loan import LoanService

PATH = "/api/v1/loans"

Query = Annotated[ListQuery, Depends(query_of(fields.LIST))]
RowId = Annotated[ObjectId, Depends(id_in_path(fields.ID))]
Body = Annotated[LoanCreate, Depends(json_body(LoanCreate))]
Patch = Annotated[LoanUpdate, Depends(patch_body(LoanUpdate))]

router = APIRouter(prefix=PATH)


@router.get("")
async def list_loans(
    query: Query,
    session: Session,
) -> Response:
    service = LoanService(session)
    page = await service.page(query)
    items = [read_row(row) for row in page.items]
    return page_response(
        {"items": items, "page": page.page, "limit": page.limit, "total": page.total}
    )


@router.post("")
async def create_loan(
    body: Body,
    session: Session,
) -> Response:
    service = LoanService(session)
    row = await service.create(body)
    return created_response(read_row(row), PATH)


@router.get("/{id}")
async def get_loan(
    row_id: RowId,
    session: Session,
) -> Response:
    service = LoanService(session)
    row = await service.get(row_id)
    return row_response(read_row(row))


@router.put("/{id}")
async def replace_loan(
    body: Body,
    row_id: RowId,
    session: Session,
    if_match: IfMatch = None,
) -> Response:
    service = LoanService(session)
    row = await service.replace(row_id, body, if_match)
    return row_response(read_row(row))


@router.patch("/{id}")
async def update_loan(
    body: Patch,
    row_id: RowId,
    session: Session,
    if_match: IfMatch = None,
) -> Response:
    service = LoanService(session)
    row = await service.patch(row_id, body, if_match)
    return row_response(read_row(row))


@router.delete("/{id}", status_code=HTTP_204_NO_CONTENT)
async def delete_loan(
    row_id: RowId,
    session: Session,
    if_match: IfMatch = None,
) -> None:
    service = LoanService(session)
    await service.delete(row_id, if_match)
