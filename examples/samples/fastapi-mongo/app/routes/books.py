"""The collection /api/v1/books."""

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
from app.fields import book as fields
from app.responses import created_response, page_response, row_response
from app.schemas.book import BookCreate, BookUpdate, read_row
from app.services.book import BookService

PATH = "/api/v1/books"

Query = Annotated[ListQuery, Depends(query_of(fields.LIST))]
RowId = Annotated[ObjectId, Depends(id_in_path(fields.ID))]
Body = Annotated[BookCreate, Depends(json_body(BookCreate))]
Patch = Annotated[BookUpdate, Depends(patch_body(BookUpdate))]

router = APIRouter(prefix=PATH)


@router.get("")
async def list_books(
    query: Query,
    session: Session,
) -> Response:
    service = BookService(session)
    page = await service.page(query)
    items = [read_row(row) for row in page.items]
    return page_response(
        {"items": items, "page": page.page, "limit": page.limit, "total": page.total}
    )


@router.post("")
async def create_book(
    body: Body,
    session: Session,
) -> Response:
    service = BookService(session)
    row = await service.create(body)
    return created_response(read_row(row), PATH)


@router.get("/{id}")
async def get_book(
    row_id: RowId,
    session: Session,
) -> Response:
    service = BookService(session)
    row = await service.get(row_id)
    return row_response(read_row(row))


@router.put("/{id}")
async def replace_book(
    body: Body,
    row_id: RowId,
    session: Session,
    if_match: IfMatch = None,
) -> Response:
    service = BookService(session)
    row = await service.replace(row_id, body, if_match)
    return row_response(read_row(row))


@router.patch("/{id}")
async def update_book(
    body: Patch,
    row_id: RowId,
    session: Session,
    if_match: IfMatch = None,
) -> Response:
    service = BookService(session)
    row = await service.patch(row_id, body, if_match)
    return row_response(read_row(row))


@router.delete("/{id}", status_code=HTTP_204_NO_CONTENT)
async def delete_book(
    row_id: RowId,
    session: Session,
    if_match: IfMatch = None,
) -> None:
    service = BookService(session)
    await service.delete(row_id, if_match)
