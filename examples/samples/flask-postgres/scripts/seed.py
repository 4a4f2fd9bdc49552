"""Inserts the examples into the database of local work: `make seed`."""

from __future__ import annotations

import os

from app.core.engine import create_database_engine
from app.core.environment import DatabaseSettings, Environment
from app.seeds import insert_examples
from scripts.database import development_database


def seed(url: str) -> None:
    environment = Environment({**os.environ, "DATABASE_URL": url})
    settings = DatabaseSettings.read(environment)
    environment.finish()
    engine = create_database_engine(settings)
    try:
        with engine.begin() as connection:
            insert_examples(connection)
    finally:
        engine.dispose()


if __name__ == "__main__":
    with development_database() as url:
        seed(url)
