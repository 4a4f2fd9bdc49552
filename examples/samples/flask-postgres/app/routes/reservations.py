"""Requests for reservations."""

from __future__ import annotations

from flask import Blueprint, Response, request

from app.core.list_query import parse_list_query
from app.fields import reservation as fields
from app.schemas import reservation as schemas
from app.services import reservation as service
from app.web import (
    no_content,
    page_response,
    read_body,
    read_id,
    read_patch,
    row_response,
)

blueprint = Blueprint(
    "reservations",
    __name__,
    url_prefix="/api/v1/reservations",
)


@blueprint.get("")
def find_page() -> Response:
    query = parse_list_query(request.query_string, fields.LIST)
    page = service.find_page(query)
    return page_response(schemas.READ, query, page)


@blueprint.post("")
def create() -> Response:
    row = service.create(read_body(schemas.CREATE))
    response = row_response(schemas.READ, row, status=201)
    response.headers["Location"] = f"{request.path}/{row.id}"
    return response


@blueprint.get("/<row_id>")
def get(row_id: str) -> Response:
    row = service.get(read_id(fields.ID, row_id))
    return row_response(schemas.READ, row)


@blueprint.put("/<row_id>")
def replace(row_id: str) -> Response:
    values = read_body(schemas.CREATE)
    if_match = request.headers.get("If-Match")
    row = service.replace(read_id(fields.ID, row_id), values, if_match)
    return row_response(schemas.READ, row)


@blueprint.patch("/<row_id>")
def patch(row_id: str) -> Response:
    changes = read_patch(schemas.UPDATE)
    if_match = request.headers.get("If-Match")
    row = service.patch(read_id(fields.ID, row_id), changes, if_match)
    return row_response(schemas.READ, row)


@blueprint.delete("/<row_id>")
def delete(row_id: str) -> Response:
    if_match = request.headers.get("If-Match")
    service.delete(read_id(fields.ID, row_id), if_match)
    return no_content()
