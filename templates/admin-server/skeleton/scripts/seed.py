# -*- coding: utf-8 -*-
"""Inserts the examples into the database for local work: ``make seed``."""

import os

from dotenv import load_dotenv

from admin_server.database import connect
from admin_server.examples import insert_examples
from scripts.database import TIMEOUT_MS, development_uri


def seed(uri):
    """Inserts the examples into a database.

    :param uri: the address of the database
    :type uri: str
    """
    with connect(uri, os.environ.get("DB_PASSWORD"), TIMEOUT_MS):
        insert_examples()


if __name__ == "__main__":
    load_dotenv(".env")
    seed(development_uri())
