"""From requests to values, and from rows to responses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from flask import Response, current_app, request
from marshmallow import Schema, ValidationError
from werkzeug.exceptions import RequestEntityTooLarge

from app.core.etag import entity_tag
from app.core.list_query import ListQuery
from app.core.problems import (
    FieldError,
    invalid,
    not_found,
    too_large,
    unsupported_media_type,
)
from app.core.strict_json import dumps, loads
from app.core.wire import WireType
from app.repositories.base import Page
from app.schemas.base import ReadSchema, field_errors

JSON = "application/json"
MERGE_PATCH = "application/merge-patch+json"

Id = TypeVar("Id")

_CHARSET = re.compile(r'charset=(?!"?utf-8"?$)')


def read_body(schema: Schema) -> dict[str, Any]:
    """The values of a whole object."""
    return _load(schema, _read_json([JSON]))


def read_patch(schema: Schema) -> dict[str, Any]:
    """The values that a merge patch changes."""
    return _load(schema, _read_json([JSON, MERGE_PATCH]))


def _read_bytes() -> bytes:
    limit: int = current_app.config["BODY_LIMIT_BYTES"]
    # Werkzeug cuts a body without a length off at its maximum: one byte more tells.
    request.max_content_length = limit + 1
    try:
        body = request.get_data(cache=False)
    except RequestEntityTooLarge as error:
        raise too_large(limit) from error
    if len(body) > limit:
        raise too_large(limit)
    return body


def _read_json(accepted: Sequence[str]) -> Any:
    # Reading comes first: what is too large is refused whatever it is.
    body = _read_bytes()
    content_type, *parameters = (
        part.strip() for part in request.headers.get("Content-Type", "").lower().split(";")
    )
    is_encoded = request.headers.get("Content-Encoding", "identity") != "identity"
    if content_type not in accepted or is_encoded or any(map(_CHARSET.match, parameters)):
        raise unsupported_media_type(accepted)
    return loads(body)


def _load(schema: Schema, body: Any) -> dict[str, Any]:
    if not isinstance(body, dict):
        raise invalid([FieldError("", "must be an object")])
    try:
        values: dict[str, Any] = schema.load(body)
    except ValidationError as error:
        raise invalid(list(field_errors(error))) from error
    return values


def read_id(wire_type: WireType[Id], text: str) -> Id:
    """The id in a path; a malformed one names nothing."""
    try:
        return wire_type.read(text)
    except ValueError as error:
        raise not_found() from error


def row_response(schema: ReadSchema, row: Any, status: int = 200) -> Response:
    body = schema.represent(row)
    return Response(body, status, {"ETag": entity_tag(body)}, content_type=JSON)


def page_response(schema: ReadSchema, query: ListQuery, page: Page[Any]) -> Response:
    body = {
        "items": schema.dump(page.items, many=True),
        "page": query.page,
        "limit": query.limit,
        "total": page.total,
    }
    return Response(dumps(body), content_type=JSON)


def no_content() -> Response:
    response = Response(status=204)
    # There is nothing that could have a type.
    del response.headers["Content-Type"]
    return response
