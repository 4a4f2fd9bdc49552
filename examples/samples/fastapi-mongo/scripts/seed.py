"""Inserts the examples into the database of local work: `make seed`."""

import asyncio

from app.core.client import create_client
from app.core.environment import DatabaseSettings
from app.seeds import insert_examples
from scripts.database import development_database
from scripts.migrate import settings_of


async def _seed(settings: DatabaseSettings) -> None:
    client = create_client(settings)
    try:
        await insert_examples(client.get_default_database())
    finally:
        await client.close()


def seed(url: str) -> None:
    asyncio.run(_seed(settings_of(url)))


if __name__ == "__main__":
    with development_database() as url:
        seed(url)
