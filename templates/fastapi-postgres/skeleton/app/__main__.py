"""Runs the service on PORT: `python -m app`, with `--reload` for local work."""

import argparse
import math
import sys

import uvicorn
from dotenv import load_dotenv

from app.config import SECOND_IN_MS, load_settings
from app.core.environment import ConfigurationError
from app.core.logs import configure_logging


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m app")
    parser.add_argument("--reload", action="store_true", help="restart when a file changes")
    arguments = parser.parse_args()
    load_dotenv()
    try:
        settings = load_settings()
    except ConfigurationError as error:
        sys.exit(str(error))
    configure_logging(settings.log_level)
    uvicorn.run(
        "app.main:create_app",
        factory=True,
        host="",
        port=settings.port,
        reload=arguments.reload,
        reload_dirs=["app"] if arguments.reload else None,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=math.ceil(settings.shutdown_timeout_ms / SECOND_IN_MS),
    )


if __name__ == "__main__":
    main()
