# -*- coding: utf-8 -*-
"""What all tests share: an application on a database of its own, with the examples in it."""

import os
import shutil
import socket
import subprocess
import time

import pytest
import redis

from admin_server import database
from admin_server.api.model import Model
from admin_server.app import create_app
from admin_server.examples import insert_examples
from admin_server.utils.cache import cache
from scripts.database import throwaway_database
from scripts.migrate import upgrade
from tests.support.api import SECRET_KEY, Api

START_SECONDS = 10


@pytest.fixture(scope="session")
def database_uri():
    """A database with every index, for the whole run, which ends where there is no server."""
    try:
        with throwaway_database() as uri:
            upgrade(uri)
            yield uri
    except SystemExit as error:
        pytest.exit(str(error), returncode=1)


@pytest.fixture
def settings(database_uri, monkeypatch):
    """The settings that the application needs, and no others."""
    for name in ("ADMIN_SERVER_CONFIG", "REDIS_HOST", "REDIS_PASSWORD", "SENTRY_DSN", "LOKI_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MONGODB_URI", database_uri)
    monkeypatch.setenv("SECRET_KEY", SECRET_KEY)
    return monkeypatch


@pytest.fixture
def app(settings):
    """The application; its database holds the examples, and nothing else."""
    application = create_app()
    for model in Model.models():
        model.get_collection().delete_many({})
    insert_examples()
    yield application
    database.close(application)


@pytest.fixture
def api(app):
    """Calls the application as the owner of the examples."""
    return Api(app)


@pytest.fixture(scope="session")
def redis_address():
    """The address of a Redis server; tests that need one are skipped where there is none."""
    given = os.environ.get("REDIS_HOST")
    if given:
        yield given
        return
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("neither REDIS_HOST nor redis-server is there")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        wait_for_redis(port)
        yield "127.0.0.1:{}".format(port)
        process.terminate()


def wait_for_redis(port):
    """Waits until a Redis server answers."""
    end = time.monotonic() + START_SECONDS
    with redis.Redis(port=port) as client:
        while True:
            try:
                client.ping()
                return
            except redis.ConnectionError:
                if time.monotonic() > end:
                    raise


@pytest.fixture
def cached_api(settings, redis_address):
    """Calls an application that caches what it reads."""
    settings.setenv("REDIS_HOST", redis_address)
    application = create_app()
    for model in Model.models():
        model.get_collection().delete_many({})
    insert_examples()
    cache.client.flushall()
    yield Api(application)
    database.close(application)
