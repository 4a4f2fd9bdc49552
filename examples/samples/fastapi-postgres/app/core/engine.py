"""The pool of connections to PostgreSQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from app.core.environment import SECOND_MS, DatabaseSettings
from app.core.strict_json import decode, encode

APPLICATION_NAME = "library"
DRIVER = "postgresql+asyncpg"
SSL_MODES = {"disable": "disable", "require": "require", "verify": "verify-full"}


def _connect_arguments(settings: DatabaseSettings) -> dict[str, Any]:
    session = {
        "timezone": "UTC",
        "statement_timeout": str(settings.statement_timeout_ms),
        "idle_in_transaction_session_timeout": str(settings.statement_timeout_ms),
    }
    return {
        "ssl": SSL_MODES[settings.ssl],
        "timeout": settings.pool_timeout_ms / SECOND_MS,
        "server_settings": {"application_name": APPLICATION_NAME, **session},
    }


def create_database_engine(settings: DatabaseSettings) -> AsyncEngine:
    """Connects at the first use."""
    url = make_url(settings.url).set(drivername=DRIVER)
    if settings.password is not None:
        url = url.set(password=settings.password)
    return create_async_engine(
        url,
        connect_args=_connect_arguments(settings),
        pool_size=settings.pool_max,
        max_overflow=0,
        pool_timeout=settings.pool_timeout_ms / SECOND_MS,
        json_serializer=encode,
        json_deserializer=decode,
    )
