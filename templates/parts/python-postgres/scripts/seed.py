"""Inserts the examples into the database of local work: `make seed`."""

from __future__ import annotations

{% if values.framework == 'fastapi' %}
import asyncio
{% endif %}
import os

from app.core.engine import create_database_engine
from app.core.environment import DatabaseSettings, Environment
from app.seeds import insert_examples
from scripts.database import development_database


{% if values.framework == 'fastapi' %}
async def _seed(settings: DatabaseSettings) -> None:
    engine = create_database_engine(settings)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(insert_examples)
    finally:
        await engine.dispose()


{% endif %}
def seed(url: str) -> None:
    environment = Environment({**os.environ, "DATABASE_URL": url})
    settings = DatabaseSettings.read(environment)
    environment.finish()
{% if values.framework == 'fastapi' %}
    asyncio.run(_seed(settings))
{% else %}
    engine = create_database_engine(settings)
    try:
        with engine.begin() as connection:
            insert_examples(connection)
    finally:
        engine.dispose()
{% endif %}


if __name__ == "__main__":
    with development_database() as url:
        seed(url)
