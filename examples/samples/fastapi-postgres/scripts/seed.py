"""Inserts the examples into the database of local work: `make seed`."""

from __future__ import annotations

import asyncio
import os

from app.core.engine import create_database_engine
from app.core.environment import DatabaseSettings, Environment
from app.seeds import insert_examples
from scripts.database import development_database


async def _seed(settings: DatabaseSettings) -> None:
    engine = create_database_engine(settings)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(insert_examples)
    finally:
        await engine.dispose()


def seed(url: str) -> None:
    environment = Environment({**os.environ, "DATABASE_URL": url})
    settings = DatabaseSettings.read(environment)
    environment.finish()
    asyncio.run(_seed(settings))


if __name__ == "__main__":
    with development_database() as url:
        seed(url)
