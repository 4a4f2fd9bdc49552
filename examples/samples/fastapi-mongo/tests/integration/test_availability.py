"""What is answered while the database cannot be used."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient

from app.config import Settings
from app.main import create_app

PATH = "/api/v1/authors"
NOBODY_LISTENS = "mongodb://127.0.0.1:1/service"

Calling = Callable[..., AbstractAsyncContextManager[AsyncClient]]


@pytest.fixture
def calling(settings: Settings) -> Calling:
    """Calls a service whose database settings are others."""

    @asynccontextmanager
    async def call(**changes: Any) -> AsyncIterator[AsyncClient]:
        database = replace(settings.database, **changes)
        app = create_app(settings.model_copy(update={"database": database}))
        async with (
            app.router.lifespan_context(app),
            AsyncClient(
                transport=ASGITransport(app),
                base_url="http://service.test",
            ) as client,
        ):
            yield client

    return call


@asynccontextmanager
async def silent_server() -> AsyncIterator[str]:
    """Takes connections and never answers."""

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(listen, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        yield f"mongodb://127.0.0.1:{port}/service"


async def test_nothing_works_without_a_database_but_the_process(calling: Calling) -> None:
    async with calling(url=NOBODY_LISTENS, statement_timeout_ms=50) as client:
        answer = await client.get(PATH)

        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "5"
        assert answer.json()["detail"] == "The database is not available."
        assert (await client.get("/health/ready")).status_code == 503
        assert (await client.get("/health/live")).status_code == 200


async def test_request_does_not_wait_for_ever_for_an_answer(calling: Calling) -> None:
    async with silent_server() as url, calling(url=url, statement_timeout_ms=50) as client:
        answer = await client.get(PATH)

        assert answer.status_code == 503
