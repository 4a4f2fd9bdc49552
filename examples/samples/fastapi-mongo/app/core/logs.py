"""Logs: a JSON object on each line, with the id of the request that it belongs to."""

from __future__ import annotations

import logging
import re
import sys
from contextvars import ContextVar
from datetime import datetime, timezone
from typing import Any
from uuid import uuid4

import orjson

SERVICE = "library"
SILENT = logging.CRITICAL + 10
LEVELS = {
    "trace": logging.DEBUG,
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warn": logging.WARNING,
    "warning": logging.WARNING,
    "error": logging.ERROR,
    "fatal": logging.CRITICAL,
    "critical": logging.CRITICAL,
    "silent": SILENT,
}
QUIET_PATHS = ("/health", "/metrics")
SERVER_ERROR = 500

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)

_REQUEST_ID = re.compile(r"[\w.:-]{1,128}\Z", re.ASCII)
_logger = logging.getLogger("app.requests")


class JsonFormatter(logging.Formatter):
    """Writes a record as a line of JSON; what `extra` holds under `fields` is added."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "level": record.levelname.lower(),
            "time": datetime.fromtimestamp(record.created, timezone.utc).isoformat(),
            "service": SERVICE,
            "logger": record.name,
            "message": record.getMessage(),
        }
        current = request_id.get()
        if current is not None:
            line["request_id"] = current
        line.update(getattr(record, "fields", {}))
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()


def configure_logging(level: str) -> None:
    """Sends everything from a level on to the standard output, as JSON."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(LEVELS[level])


def request_id_of(header: str | None) -> str:
    """The id that a caller gave a request, or a new one."""
    if header is not None and _REQUEST_ID.match(header):
        return header
    return str(uuid4())


def log_request(method: str, path: str, status: int, seconds: float) -> None:
    """Logs a request that was answered; those of probes and monitoring are too many to log."""
    level = logging.ERROR if status >= SERVER_ERROR else logging.INFO
    if path.startswith(QUIET_PATHS) or not _logger.isEnabledFor(level):
        return
    fields = {
        "method": method,
        "path": path,
        "status": status,
        "duration_ms": round(seconds * 1000, 1),
    }
    _logger.log(level, "request answered", extra={"fields": fields})
