"""Starts the service for local work, with a database that is migrated and seeded: `make dev`."""

from __future__ import annotations

import os
import signal
import subprocess  # nosec B404
import sys
from types import FrameType

from dotenv import load_dotenv

from scripts.database import development_database
from scripts.migrate import upgrade
from scripts.seed import seed


def stop(_signal: int, _frame: FrameType | None) -> None:
    """Ends this process as Ctrl-C does, so that the database ends with it."""
    raise KeyboardInterrupt


def main() -> int:
    load_dotenv()
    signal.signal(signal.SIGTERM, stop)
    with development_database() as url:
        upgrade(url)
        seed(url)
        environment = {**os.environ, "MONGODB_URI": url}
        # Nothing of this command comes from anyone else.
        command = [sys.executable, "-m", "app", "--reload"]
        service = subprocess.Popen(command, env=environment)  # noqa: S603 # nosec B603
        try:
            return service.wait()
        except KeyboardInterrupt:
            service.terminate()
            return service.wait()


if __name__ == "__main__":
    sys.exit(main())
