"""What is answered while the database cannot be used."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from app.config import Settings
from app.main import create_app

PATH = "/api/v1/authors"
LOCK = 'LOCK TABLE "authors"'
NOBODY_LISTENS = "postgresql://service@127.0.0.1:1/service"

Calling = Callable[..., AbstractAsyncContextManager[tuple[FastAPI, AsyncClient]]]


@pytest.fixture
def calling(settings: Settings) -> Calling:
    """Calls a service whose database settings are others."""

    @asynccontextmanager
    async def call(**changes: Any) -> AsyncIterator[tuple[FastAPI, AsyncClient]]:
        database = replace(settings.database, **changes)
        app = create_app(settings.model_copy(update={"database": database}))
        async with (
            app.router.lifespan_context(app),
            AsyncClient(
                transport=ASGITransport(app),
                base_url="http://service.test",
            ) as client,
        ):
            yield app, client

    return call


async def test_nothing_works_without_a_database_but_the_process(calling: Calling) -> None:
    async with calling(url=NOBODY_LISTENS) as (_app, client):
        answer = await client.get(PATH)

        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "5"
        assert (await client.get("/health/ready")).status_code == 503
        assert (await client.get("/health/live")).status_code == 200


async def test_request_does_not_wait_for_ever_for_a_connection(calling: Calling) -> None:
    async with calling(pool_max=1, pool_timeout_ms=50) as (app, client):
        async with app.state.database.engine.connect():
            answer = await client.get(PATH)

        assert answer.status_code == 503
        assert (await client.get(PATH)).status_code == 200


async def test_statement_does_not_run_for_ever(app: FastAPI, calling: Calling) -> None:
    async with calling(statement_timeout_ms=50) as (_app, client):
        async with app.state.database.engine.begin() as connection:
            await connection.exec_driver_sql(LOCK)
            answer = await client.get(PATH)

        assert answer.status_code == 503
        assert (await client.get(PATH)).status_code == 200
