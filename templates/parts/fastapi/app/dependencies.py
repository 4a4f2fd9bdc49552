"""What routes ask for: sessions, bodies, ids and queries{% if values.auth == 'jwt' %}, and who is calling{% endif %}."""

{% if values.database == 'mongo' %}
from collections.abc import Awaitable, Callable
{% else %}
from collections.abc import AsyncIterator, Awaitable, Callable
{% endif %}
from typing import Annotated, TypeVar

from fastapi import Depends, Header, Request
{% if values.auth == 'jwt' %}
from fastapi.concurrency import run_in_threadpool
{% endif %}
{% if values.database == 'postgres' %}
from sqlalchemy.ext.asyncio import AsyncSession
{% endif %}

from app.core import problems
from app.core.list_query import ListDefinition, ListQuery, parse_list_query
from app.core.strict_json import loads
{% if values.auth == 'jwt' %}
from app.core.tokens import Caller, TokenVerifier
{% endif %}
from app.core.wire import WireType
{% if values.database == 'mongo' %}
from app.database import Session as DatabaseSession
{% endif %}
from app.schemas.base import Schema, validate

JSON = "application/json"
MERGE_PATCH = "application/merge-patch+json"
UTF_8 = ("utf-8", '"utf-8"')

Body = TypeVar("Body", bound=Schema)
Id = TypeVar("Id")


{% if values.database == 'mongo' %}
def get_session(request: Request) -> DatabaseSession:
    """What the request does to the database."""
    return DatabaseSession(request.app.state.database)


Session = Annotated[DatabaseSession, Depends(get_session)]
{% else %}
async def get_session(request: Request) -> AsyncIterator[AsyncSession]:
    """A session for what takes a transaction."""
    async with request.app.state.database.sessions() as session:
        yield session


async def get_statement_session(request: Request) -> AsyncIterator[AsyncSession]:
    """A session for what takes one statement."""
    async with request.app.state.database.statement_sessions() as session:
        yield session


# The scope lets go of the connection before the answer is sent.
Session = Annotated[AsyncSession, Depends(get_session, scope="function")]
StatementSession = Annotated[AsyncSession, Depends(get_statement_session, scope="function")]
{% endif %}
IfMatch = Annotated[str | None, Header(alias="If-Match")]
{% if values.auth == 'jwt' %}


async def get_caller(request: Request) -> Caller:
    """Who makes the request, by the bearer token."""
    verifier: TokenVerifier = request.app.state.verifier
    authorization = request.headers.get("authorization")
    if verifier.may_block:
        return await run_in_threadpool(verifier.caller_of, authorization)
    return verifier.caller_of(authorization)


CurrentCaller = Annotated[Caller, Depends(get_caller)]
{% endif %}


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
