"""What the tests share: the service on a database of its own, and callers of it."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from app.config import Settings, load_settings
from app.main import create_app
from app.models import COLLECTIONS
from scripts.database import throwaway_database
from scripts.migrate import upgrade
from tests.factories.factory import Rows


@pytest.fixture(scope="session")
def database_url() -> Iterator[str]:
    """The address of an empty, migrated database."""
    with throwaway_database() as url:
        upgrade(url)
        yield url


@pytest.fixture(scope="session")
def settings(database_url: str) -> Settings:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MONGODB_URI", database_url)
        return load_settings()


@pytest.fixture(scope="session")
async def app(settings: Settings) -> AsyncIterator[FastAPI]:
    """The service, without a port."""
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[AsyncClient]:
    """A caller of the service, whose collections are empty."""
    for name in COLLECTIONS:
        await app.state.database.documents[name].delete_many({})
    async with AsyncClient(
        transport=ASGITransport(app),
        base_url="http://service.test",
    ) as client:
        yield client


@pytest.fixture
def rows(client: AsyncClient) -> Rows:
    """Makes rows by the API."""

    async def post(path: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = await client.post(path, json=body)
        assert answer.status_code == 201, answer.text
        row: dict[str, Any] = answer.json()
        return row

    return Rows(post)
