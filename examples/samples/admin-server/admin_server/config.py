# -*- coding: utf-8 -*-
"""Settings: from the file that ADMIN_SERVER_CONFIG names, then from the environment."""

import os

from pymongo.errors import PyMongoError
from pymongo.uri_parser import parse_uri
from sentry_sdk.utils import BadDsn, Dsn

MIN_SECRET_LENGTH = 32
DEFAULT_REDIS_PORT = 6379
MAX_PORT = 65535
LOG_LEVELS = ("debug", "info", "warning", "error", "critical")

TEXTS = (
    "MONGODB_URI",
    "DB_PASSWORD",
    "SECRET_KEY",
    "REDIS_HOST",
    "REDIS_PASSWORD",
    "SENTRY_DSN",
    "LOKI_URL",
)
# Each with its default, its least and its largest value.
NUMBERS = {
    "PORT": (8000, 1, MAX_PORT),
    "THREADS": (16, 1, 1000),
    "BODY_LIMIT_BYTES": (1024 * 1024, 1, 2**31 - 1),
    "DATABASE_TIMEOUT_MS": (5000, 1, 600_000),
    "CACHE_SECONDS": (60, 1, 86_400),
    "SHUTDOWN_TIMEOUT_MS": (10_000, 1, 600_000),
}


class ConfigurationError(Exception):
    """A setting is missing or malformed."""


def init_app(app):
    """Reads the settings into ``app.config``.

    :type app: flask.Flask
    :raises ConfigurationError: if any is missing or malformed; the message names each
    """
    read_file(app)
    problems = []
    for name in TEXTS:
        app.config[name] = os.environ.get(name) or app.config.get(name)
        if not isinstance(app.config[name], (str, type(None))):
            problems.append("{} must be a text".format(name))
    for name, (default, least, most) in NUMBERS.items():
        text = str(os.environ.get(name) or app.config.get(name) or default)
        is_number = text.isascii() and text.isdigit() and len(text) <= len(str(most))
        if is_number and least <= int(text) <= most:
            app.config[name] = int(text)
        else:
            problems.append("{} must be a whole number from {} to {}".format(name, least, most))
    app.config["LOG_LEVEL"] = os.environ.get("LOG_LEVEL") or app.config.get("LOG_LEVEL") or "info"
    if app.config["LOG_LEVEL"] not in LOG_LEVELS:
        problems.append("LOG_LEVEL must be one of {}".format(", ".join(LOG_LEVELS)))
    problems = problems or text_problems(app.config)
    if problems:
        message = "The settings are not right: {}. The README lists them all."
        raise ConfigurationError(message.format("; ".join(problems)))


def read_file(app):
    """Reads the file of settings, if one is named.

    :type app: flask.Flask
    :raises ConfigurationError: if it cannot be read
    """
    if not os.environ.get("ADMIN_SERVER_CONFIG"):
        return
    try:
        app.config.from_envvar("ADMIN_SERVER_CONFIG")
    except Exception as error:
        message = "ADMIN_SERVER_CONFIG names a file that cannot be read: {}"
        raise ConfigurationError(message.format(error)) from error


def text_problems(settings):
    """Says which texts are missing or malformed.

    :type settings: flask.Config
    :rtype: list
    """
    problems = []
    if not settings["MONGODB_URI"]:
        problems.append("MONGODB_URI is required")
    elif not is_mongodb_uri(settings["MONGODB_URI"]):
        problems.append("MONGODB_URI must be mongodb://host:port/database")
    if not settings["SECRET_KEY"]:
        problems.append("SECRET_KEY is required")
    elif len(settings["SECRET_KEY"]) < MIN_SECRET_LENGTH:
        problems.append("SECRET_KEY must have at least {} characters".format(MIN_SECRET_LENGTH))
    if settings["REDIS_HOST"] and not redis_address(settings["REDIS_HOST"]):
        problems.append("REDIS_HOST must be host or host:port")
    if settings["SENTRY_DSN"] and not is_dsn(settings["SENTRY_DSN"]):
        problems.append("SENTRY_DSN must be https://key@host/project")
    if settings["LOKI_URL"] and not settings["LOKI_URL"].startswith(("http://", "https://")):
        problems.append("LOKI_URL must start with http:// or https://")
    return problems


def is_mongodb_uri(uri):
    """Whether a text is the address of a database.

    :type uri: str
    :rtype: bool
    """
    if uri.startswith("mongodb+srv://"):
        # Its hosts are looked up when it is used.
        return bool(uri.split("://", 1)[1].partition("?")[0].partition("/")[2])
    try:
        return bool(parse_uri(uri)["database"])
    except (PyMongoError, ValueError):
        return False


def redis_address(text):
    """Reads the address of a Redis server.

    :param text: host or host:port
    :type text: str
    :return: host and port, or nothing where the text is malformed
    :rtype: tuple | None
    """
    host, _, port = text.partition(":")
    if not host or "/" in text:
        return None
    if not port:
        return (host, DEFAULT_REDIS_PORT) if ":" not in text else None
    is_port = port.isascii() and port.isdigit() and len(port) <= len(str(MAX_PORT))
    return (host, int(port)) if is_port and 1 <= int(port) <= MAX_PORT else None


def is_dsn(text):
    """Whether a text is the address of a project of Sentry.

    :type text: str
    :rtype: bool
    """
    try:
        return bool(Dsn(text))
    except (BadDsn, ValueError):
        return False
