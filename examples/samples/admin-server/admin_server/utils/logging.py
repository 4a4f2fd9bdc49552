# -*- coding: utf-8 -*-
"""Logs: a JSON object on each line, with the id of its request; to Loki and Sentry where set."""

import json
import logging
import queue
import re
import sys
import time
import uuid

import arrow
import sentry_sdk
from flask import g, has_request_context, request
from logging_loki import LokiQueueHandler
from sentry_sdk.integrations.flask import FlaskIntegration

SERVICE = "library"
ID_HEADER = "X-Request-ID"
REQUEST_ID = re.compile(r"[\w.:-]{1,128}", re.ASCII)
QUIET_PATHS = ("/health", "/metrics")
SERVER_ERROR = 500
# Lines that wait for Loki; beyond these, lines are dropped rather than requests held up.
LOKI_QUEUE_SIZE = 10_000
LOKI_INTERVAL_SECONDS = 1
# Who speaks while lines are sent to Loki.
LOKI_OWN_LOGGERS = ("waylay.loglog", "urllib3")

logger = logging.getLogger(__name__)


class JsonFormatter(logging.Formatter):
    """Writes a record as a line of JSON; what ``extra`` holds under ``fields`` is added."""

    def format(self, record):
        """Writes a record.

        :type record: logging.LogRecord
        :rtype: str
        """
        line = {
            "level": record.levelname.lower(),
            "time": arrow.get(record.created).isoformat(),
            "service": SERVICE,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if has_request_context() and "request_id" in g:
            line["request_id"] = g.request_id
        line.update(getattr(record, "fields", {}))
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str, ensure_ascii=False)


def configure(level, loki_url=None):
    """Sends everything from a level on to the standard output, and to Loki where there is one.

    :type level: str
    :type loki_url: str | None
    """
    handlers = [logging.StreamHandler(sys.stdout)]
    if loki_url:
        loki_handler = LokiQueueHandler(
            queue.Queue(LOKI_QUEUE_SIZE),
            batch_interval=LOKI_INTERVAL_SECONDS,
            url=loki_url,
            tags={"service": SERVICE},
        )
        # What goes wrong with Loki must not be sent to Loki.
        loki_handler.addFilter(lambda record: not record.name.startswith(LOKI_OWN_LOGGERS))
        handlers.append(loki_handler)
    root = logging.getLogger()
    for handler in handlers:
        handler.setFormatter(JsonFormatter())
    root.handlers = handlers
    root.setLevel(level.upper())


def init_app(app):
    """Logs the requests of an application.

    :type app: flask.Flask
    """
    configure(app.config["LOG_LEVEL"], app.config["LOKI_URL"])
    if app.config["SENTRY_DSN"]:
        sentry_sdk.init(
            dsn=app.config["SENTRY_DSN"],
            integrations=[FlaskIntegration()],
            send_default_pii=False,
        )
    app.before_request(start)
    app.after_request(finish)


def start():
    """Gives a request its id: the caller's, or a new one."""
    given = request.headers.get(ID_HEADER, "")
    g.request_id = given if REQUEST_ID.fullmatch(given) else str(uuid.uuid4())
    g.started_at = time.perf_counter()


def finish(response):
    """Logs a request that was answered; those of probes are too many to log.

    :type response: flask.Response
    :rtype: flask.Response
    """
    response.headers[ID_HEADER] = g.request_id
    response.headers["X-Content-Type-Options"] = "nosniff"
    if not request.path.startswith(QUIET_PATHS):
        fields = {
            "method": request.method,
            "path": request.path,
            "status": response.status_code,
            "duration_ms": round((time.perf_counter() - g.started_at) * 1000, 1),
        }
        level = logging.ERROR if response.status_code >= SERVER_ERROR else logging.INFO
        logger.log(level, "request answered", extra={"fields": fields})
    return response
