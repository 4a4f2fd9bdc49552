# -*- coding: utf-8 -*-
"""Brings the database up to date: ``make migrate``."""

import os

from dotenv import load_dotenv

from admin_server.database import connect
from admin_server.migrations import migrate
from scripts.database import TIMEOUT_MS, development_uri


def upgrade(uri):
    """Runs what has not been run yet on a database.

    :param uri: the address of the database
    :type uri: str
    """
    with connect(uri, os.environ.get("DB_PASSWORD"), TIMEOUT_MS) as client:
        for name in migrate(client.get_default_database()):
            print("ran the migration {}".format(name))


if __name__ == "__main__":
    load_dotenv(".env")
    upgrade(development_uri())
