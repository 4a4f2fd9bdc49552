"""Runs the migrations that a database has not had yet."""

import logging
from dataclasses import replace
from typing import Any

from pymongo.asynchronous.database import AsyncDatabase

from app.core.client import create_client
from app.core.environment import SECOND_MS, DatabaseSettings
from app.models.base import now
from migrations import MIGRATIONS

HISTORY = "migrations"
# Building an index takes longer than a statement of the service may.
LONGEST_STEP_MS = 60 * 60 * SECOND_MS

logger = logging.getLogger(__name__)


async def migrate(settings: DatabaseSettings) -> None:
    """Brings a database up to date."""
    client = create_client(replace(settings, statement_timeout_ms=LONGEST_STEP_MS))
    try:
        await upgrade(client.get_default_database())
    finally:
        await client.close()


async def upgrade(database: AsyncDatabase[dict[str, Any]]) -> list[str]:
    """Runs what has not run yet, and tells its names.

    Two processes may do so at once: each migration can be run again, whether or not it came
    to its end before, and is noted when it has.
    """
    history = database[HISTORY]
    done = {entry["_id"] async for entry in history.find()}
    ran = []
    for migration in MIGRATIONS:
        name = migration.__name__.rpartition(".")[2]
        if name in done:
            continue
        await migration.upgrade(database)
        entry = {"$setOnInsert": {"applied_at": now()}}
        await history.update_one({"_id": name}, entry, upsert=True)
        logger.info("migrated", extra={"fields": {"migration": name}})
        ran.append(name)
    return ran
