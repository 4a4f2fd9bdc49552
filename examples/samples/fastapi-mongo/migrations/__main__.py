"""Brings the database of the settings up to date: `python -m migrations`."""

import asyncio
import os
import sys

from dotenv import load_dotenv

from app.core.environment import ConfigurationError, DatabaseSettings, Environment
from app.core.logs import configure_logging
from migrations.run import migrate


def main() -> None:
    load_dotenv()
    configure_logging("info")
    environment = Environment(os.environ)
    settings = DatabaseSettings.read(environment)
    try:
        environment.finish()
    except ConfigurationError as error:
        sys.exit(str(error))
    asyncio.run(migrate(settings))


if __name__ == "__main__":
    main()
