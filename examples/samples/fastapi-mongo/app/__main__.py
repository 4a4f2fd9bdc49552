"""Runs the service on PORT: `python -m app`, with `--reload` for local work."""

import argparse
import math
import signal
import sys
from types import FrameType

import uvicorn
from dotenv import load_dotenv

from app.config import SECOND_IN_MS, load_settings
from app.core.environment import ConfigurationError


def end(_signal: int, _frame: FrameType | None) -> None:
    """Runs when the server has stopped as asked, which is no failure."""
    sys.exit()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m app")
    parser.add_argument("--reload", action="store_true", help="restart when a file changes")
    arguments = parser.parse_args()
    load_dotenv()
    try:
        settings = load_settings()
    except ConfigurationError as error:
        sys.exit(str(error))
    signal.signal(signal.SIGTERM, end)
    uvicorn.run(
        "app.main:create_configured_app",
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
