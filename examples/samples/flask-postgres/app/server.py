"""The servers that the service runs in: gunicorn, and Werkzeug's for local work."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.config import Config
from gunicorn.glogging import Logger
from werkzeug.serving import run_simple

from app import create_app
from app.config import Settings
from app.core.environment import SECOND_MS
from app.core.logs import configure_logging
from app.database import database_of

MAX_LINE_BYTES = 16 * 1024
KEEP_ALIVE_SECONDS = 75
# Probes are answered even while every connection to the database is in use.
SPARE_THREADS = 2
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 # nosec B108


class ServerLogger(Logger):
    """Lets gunicorn's own messages look like all others."""

    def setup(self, cfg: Config) -> None:
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True
        self.error_log.setLevel(logging.NOTSET)


class Server(BaseApplication):
    """One process with threads: more of them are more replicas of the service.

    A thread has at most one connection to the database.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        settings = self.settings
        options = {
            "bind": f":{settings.port}",
            "worker_class": "gthread",
            "workers": 1,
            "threads": settings.database.pool_max + SPARE_THREADS,
            "keepalive": KEEP_ALIVE_SECONDS,
            "graceful_timeout": -(-settings.shutdown_timeout_ms // SECOND_MS),
            "limit_request_line": MAX_LINE_BYTES,
            "limit_request_field_size": MAX_LINE_BYTES,
            "logger_class": ServerLogger,
            "worker_exit": self.close,
            "control_socket_disable": True,
        }
        if SHARED_MEMORY.is_dir():
            # Works where the rest of the file system is read-only.
            options["worker_tmp_dir"] = str(SHARED_MEMORY)
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        self.service = create_app(self.settings)
        return self.service

    def run(self) -> None:
        configure_logging(self.settings.log_level)
        super().run()

    def close(self, _arbiter: object, _worker: object) -> None:
        """Closes the connections when the last request has been answered."""
        database_of(self.service).close()


def run_reloading(settings: Settings) -> None:
    """Starts the service again whenever a file of it changes."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    run_simple(
        "127.0.0.1",
        settings.port,
        create_app(settings),
        threaded=True,
        use_reloader=True,
    )
