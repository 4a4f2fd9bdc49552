"""`python -m app` runs the service; `python -m app --reload` does so for local work."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser

from dotenv import load_dotenv

from app.config import Settings
from app.core.environment import ConfigurationError
from app.server import Server, run_reloading


def main() -> None:
    parser = ArgumentParser(prog="python -m app", description="Runs the service.")
    parser.add_argument("--reload", action="store_true", help="start again when a file changes")
    arguments = parser.parse_args()
    load_dotenv(".env")
    try:
        settings = Settings.read(os.environ)
    except ConfigurationError as error:
        sys.exit(str(error))
    if arguments.reload:
        run_reloading(settings)
    else:
        Server(settings).run()


if __name__ == "__main__":
    main()
