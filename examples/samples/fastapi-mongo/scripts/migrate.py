"""Brings the database of local work up to date: `make migrate`."""

import asyncio
import os

from app.core.environment import DatabaseSettings, Environment
from migrations.run import migrate
from scripts.database import development_database


def settings_of(url: str) -> DatabaseSettings:
    """The settings of the environment, for another database."""
    environment = Environment({**os.environ, "MONGODB_URI": url})
    settings = DatabaseSettings.read(environment)
    environment.finish()
    return settings


def upgrade(url: str) -> None:
    asyncio.run(migrate(settings_of(url)))


if __name__ == "__main__":
    with development_database() as url:
        upgrade(url)
