"""The pool of connections to PostgreSQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.engine import Engine, make_url

from app.core.environment import SECOND_MS, DatabaseSettings
from app.core.strict_json import decode, encode

APPLICATION_NAME = "library"
DRIVER = "postgresql+psycopg"
SSL_MODES = {"disable": "disable", "require": "require", "verify": "verify-full"}


def _connect_arguments(settings: DatabaseSettings) -> dict[str, Any]:
    session = {
        "timezone": "UTC",
        "statement_timeout": str(settings.statement_timeout_ms),
        "idle_in_transaction_session_timeout": str(settings.statement_timeout_ms),
    }
    return {
        "sslmode": SSL_MODES[settings.ssl],
        "application_name": APPLICATION_NAME,
        "connect_timeout": max(1, settings.pool_timeout_ms // SECOND_MS),
        "options": " ".join(f"-c {name}={value}" for name, value in session.items()),
    }


def create_database_engine(settings: DatabaseSettings, **options: Any) -> Engine:
    """Connects at the first use."""
    url = make_url(settings.url).set(drivername=DRIVER)
    if settings.password is not None:
        url = url.set(password=settings.password)
    return create_engine(
        url,
        connect_args=_connect_arguments(settings),
        pool_size=settings.pool_max,
        max_overflow=0,
        pool_timeout=settings.pool_timeout_ms / SECOND_MS,
        json_serializer=encode,
        json_deserializer=decode,
        **options,
    )
