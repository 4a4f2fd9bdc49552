"""Answers that are not errors."""

from collections.abc import Mapping
from typing import Any

from fastapi import Response
from starlette.status import HTTP_200_OK, HTTP_201_CREATED

from app.core.etag import entity_tag
from app.core.strict_json import dumps

MEDIA_TYPE = "application/json"


def page_response(document: Mapping[str, Any]) -> Response:
    """Answers with a page of rows."""
    return Response(dumps(document), media_type=MEDIA_TYPE)


def row_response(document: Mapping[str, Any]) -> Response:
    """Answers with a row and the tag of this version of it."""
    body = dumps(document)
    return Response(body, HTTP_200_OK, {"ETag": entity_tag(body)}, MEDIA_TYPE)


def created_response(document: Mapping[str, Any], path: str) -> Response:
    """Answers with a new row, its tag and where it is."""
    body = dumps(document)
    headers = {"ETag": entity_tag(body), "Location": f"{path}/{document['id']}"}
    return Response(body, HTTP_201_CREATED, headers, MEDIA_TYPE)
