# -*- coding: utf-8 -*-
"""Databases for local work and for tests."""

import os
import sys
import uuid
from contextlib import contextmanager

from pymongo.errors import PyMongoError

from admin_server.database import connect

# What docker-compose.yml publishes.
DEFAULT_NAME = "${{ values.name }}"
DEFAULT_URI = "mongodb://localhost:27017"
TIMEOUT_MS = 30_000


def development_uri():
    """The address of the database for local work; ends the process where none answers.

    :rtype: str
    """
    uri = os.environ.get("MONGODB_URI") or DEFAULT_URI
    if not name_in(uri):
        uri = uri_of(uri, DEFAULT_NAME)
    try:
        with connect(uri, os.environ.get("DB_PASSWORD"), TIMEOUT_MS) as client:
            client.admin.command("ping")
    except PyMongoError:
        sys.exit(
            "No MongoDB answers. Start one with `docker compose up --detach mongodb`,"
            " or set MONGODB_URI to the address of one."
        )
    return uri


def name_in(uri):
    """The name of the database in an address, which the address of a server lacks.

    :type uri: str
    :rtype: str
    """
    _, _, rest = uri.partition("://")
    return rest.partition("?")[0].partition("/")[2]


def uri_of(uri, name):
    """The address of another database on a server.

    :type uri: str
    :param name: the name of the other database
    :type name: str
    :rtype: str
    """
    scheme, _, rest = uri.partition("://")
    address, has_options, options = rest.partition("?")
    hosts = address.partition("/")[0]
    return "{}://{}/{}{}{}".format(scheme, hosts, name, has_options, options)


@contextmanager
def throwaway_database():
    """An empty database beside the one for local work.

    :return: its address
    :rtype: collections.abc.Iterator
    """
    uri = uri_of(development_uri(), "test_{}".format(uuid.uuid4().hex))
    try:
        yield uri
    finally:
        with connect(uri, os.environ.get("DB_PASSWORD"), TIMEOUT_MS) as client:
            client.drop_database(client.get_default_database().name)
