"""What tests share: a migrated database for all of them, and empty tables for each."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import text

from app import create_app
from app.config import Settings
from app.database import database_of
from app.models import Base
from scripts.database import throwaway_database
from scripts.migrate import upgrade
from tests.factories.factory import Rows
from tests.support.api import Api


@pytest.fixture(scope="session")
def settings() -> Iterator[Settings]:
    """Those of the environment, with a database of the tests' own."""
    with throwaway_database() as url:
        upgrade(url)
        yield Settings.read(
            {
                **os.environ,
                "DATABASE_URL": url,
                "LOG_LEVEL": "silent",
            }
        )


@pytest.fixture(scope="session")
def app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    yield app
    database_of(app).close()


@pytest.fixture
def api(app: Flask) -> Api:
    """Calls the service, whose tables are empty."""
    tables = ", ".join(f'"{name}"' for name in Base.metadata.tables)
    statement = text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE")
    with database_of(app).engine.begin() as connection:
        connection.execute(statement)
    return Api(app.test_client())


@pytest.fixture
def rows(api: Api) -> Rows:
    return Rows(api.create)
