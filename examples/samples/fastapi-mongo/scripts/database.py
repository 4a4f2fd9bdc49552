"""Databases for local work and for tests, on the server of MONGODB_URI or of docker-compose.yml."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit
from uuid import uuid4

import pymongo
from pymongo.errors import ServerSelectionTimeoutError

# A member of a replica set is known to the others by a name that this machine does not know.
LOCAL_URL = "mongodb://localhost:27017/service?directConnection=true"
DATABASE = "service"
PATIENCE_MS = 5000


def client_of(url: str) -> pymongo.MongoClient[dict[str, Any]]:
    """For scripts and tests alone, which have nothing else to do meanwhile."""
    return pymongo.MongoClient(
        url,
        password=os.environ.get("DB_PASSWORD"),
        serverSelectionTimeoutMS=PATIENCE_MS,
        uuidRepresentation="standard",
    )


def url_of(server_url: str, database: str) -> str:
    """The address of another database of a server, for the same user."""
    parts = urlsplit(server_url)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    if "@" in parts.netloc:
        query.setdefault("authSource", parts.path.strip("/") or "admin")
    return urlunsplit(parts._replace(path=f"/{database}", query=urlencode(query)))


@cache
def _server_url() -> str:
    url = os.environ.get("MONGODB_URI") or LOCAL_URL
    with client_of(url) as client:
        try:
            client.admin.command("ping")
        except ServerSelectionTimeoutError:
            hosts = urlsplit(url).netloc.rpartition("@")[2]
            sys.exit(
                f"No MongoDB answers at {hosts}. Start one with docker-compose up --detach "
                "database, or set MONGODB_URI."
            )
    return url


@contextmanager
def development_database() -> Iterator[str]:
    """The database that MONGODB_URI names, which keeps its rows."""
    url = _server_url()
    yield url if urlsplit(url).path.strip("/") else url_of(url, DATABASE)


@contextmanager
def throwaway_database() -> Iterator[str]:
    """An empty database beside the one of MONGODB_URI."""
    name = f"test_{uuid4().hex}"
    url = url_of(_server_url(), name)
    try:
        yield url
    finally:
        with client_of(url) as client:
            client.drop_database(name)
