"""What routes ask for: sessions, bodies, ids and queries."""

from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

from fastapi import Depends, Header, Request

from app.core import problems
from app.core.list_query import ListDefinition, ListQuery, parse_list_query
from app.core.strict_json import loads
from app.core.wire import WireType
from app.database import Session as DatabaseSession
from app.schemas.base import Schema, validate

JSON = "application/json"
MERGE_PATCH = "application/merge-patch+json"
UTF_8 = ("utf-8", '"utf-8"')

Body = TypeVar("Body", bound=Schema)
Id = TypeVar("Id")


def get_session(request: Request) -> DatabaseSession:
    """What the request does to the database."""
    return DatabaseSession(request.app.state.database)


Session = Annotated[DatabaseSession, Depends(get_session)]
IfMatch = Annotated[str | None, Header(alias="If-Match")]


def json_body(schema: type[Body]) -> Callable[[Request], Awaitable[Body]]:
    """A dependency that reads and validates a whole row."""
    return _body_reader(schema, (JSON,))


def patch_body(schema: type[Body]) -> Callable[[Request], Awaitable[Body]]:
    """A dependency that reads and validates a JSON merge patch."""
    return _body_reader(schema, (JSON, MERGE_PATCH))


def _body_reader(
    schema: type[Body], media_types: tuple[str, ...]
) -> Callable[[Request], Awaitable[Body]]:
    async def read(request: Request) -> Body:
        body = await _read_bytes(request, request.app.state.settings.body_limit_bytes)
        if not _is_accepted(request, media_types):
            raise problems.unsupported_media_type(media_types)
        return validate(schema, loads(body))

    return read


async def _read_bytes(request: Request, limit: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise problems.too_large(limit)
    return bytes(body)


def _is_accepted(request: Request, media_types: tuple[str, ...]) -> bool:
    if request.headers.get("content-encoding", "identity") != "identity":
        return False
    header = request.headers.get("content-type", "").lower()
    media_type, *parameters = (part.strip() for part in header.split(";"))
    charsets = [
        parameter.removeprefix("charset=")
        for parameter in parameters
        if parameter.startswith("charset=")
    ]
    return media_type in media_types and all(charset in UTF_8 for charset in charsets)


def id_in_path(kind: WireType[Id]) -> Callable[[Request], Awaitable[Id]]:
    """A dependency that reads the id of a row; a malformed one names nothing."""

    async def read(request: Request) -> Id:
        try:
            return kind.read(request.path_params["id"])
        except ValueError:
            raise problems.not_found() from None

    return read


def query_of(definition: ListDefinition) -> Callable[[Request], Awaitable[ListQuery]]:
    """A dependency that reads what is asked of a collection."""

    async def read(request: Request) -> ListQuery:
        return parse_list_query(request.scope["query_string"], definition)

    return read
