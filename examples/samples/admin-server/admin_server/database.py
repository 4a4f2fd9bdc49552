# -*- coding: utf-8 -*-
"""The connections: MongoDB for everything, and Redis for what was read."""

from mongoframes import Frame
from pymongo import MongoClient

from admin_server.config import redis_address
from admin_server.utils.cache import cache, connect_redis

# A node that is away is found out soon, so that a request is answered and not kept.
SERVER_SELECTION_TIMEOUT_MS = 2000


def connect(uri, password, timeout_ms):
    """Connects the models to a database.

    :param uri: the address of the database
    :type uri: str
    :param password: its password, where it is not part of the address
    :type password: str | None
    :param timeout_ms: how long an operation may take
    :type timeout_ms: int
    :rtype: pymongo.MongoClient
    """
    credentials = {"password": password} if password else {}
    client = MongoClient(
        uri,
        **credentials,
        tz_aware=True,
        timeoutMS=timeout_ms,
        serverSelectionTimeoutMS=min(SERVER_SELECTION_TIMEOUT_MS, timeout_ms),
    )
    Frame._client = client
    Frame._db = client.get_default_database().name
    return client


def init_app(app):
    """Connects an application.

    :type app: flask.Flask
    """
    settings = app.config
    client = connect(
        settings["MONGODB_URI"], settings["DB_PASSWORD"], settings["DATABASE_TIMEOUT_MS"]
    )
    app.extensions["mongodb"] = client
    redis_client = None
    if settings["REDIS_HOST"]:
        host, port = redis_address(settings["REDIS_HOST"])
        redis_client = connect_redis(host, port, settings["REDIS_PASSWORD"])
    cache.connect(redis_client, "admin-server:{}".format(Frame._db), settings["CACHE_SECONDS"])


def close(app):
    """Closes the connections of an application.

    :type app: flask.Flask
    """
    app.extensions["mongodb"].close()
    cache.close()
