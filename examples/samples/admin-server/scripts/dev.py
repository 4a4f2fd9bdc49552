# -*- coding: utf-8 -*-
"""Starts the application for local work, on a database that is migrated and seeded: ``make dev``."""

import os
import sys

from dotenv import load_dotenv

from scripts.database import development_uri
from scripts.migrate import upgrade
from scripts.seed import seed
from scripts.token import LOCAL_CONFIG


def main():
    """Becomes the application, with the settings for local work where none are set."""
    load_dotenv(".env")
    uri = development_uri()
    upgrade(uri)
    seed(uri)
    os.environ["MONGODB_URI"] = uri
    os.environ.setdefault("ADMIN_SERVER_CONFIG", str(LOCAL_CONFIG))
    # Nothing of this command comes from anyone else.
    command = [sys.executable, "-m", "admin_server", "--reload"]
    os.execv(sys.executable, command)  # nosec B606


if __name__ == "__main__":
    main()
