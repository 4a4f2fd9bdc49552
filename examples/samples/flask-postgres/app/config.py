"""Settings of the service, read from the environment and checked before it starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.environment import SECOND_MS, DatabaseSettings, Environment
from app.core.logs import LEVELS

if TYPE_CHECKING:
    from typing_extensions import Self

DEFAULT_PORT = 8000
MAX_PORT = 65_535
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Settings:
    """All settings; the README says what each is for."""

    database: DatabaseSettings
    port: int
    log_level: str
    body_limit_bytes: int
    shutdown_timeout_ms: int

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> Self:
        """Raises a ConfigurationError that names every setting that is wrong."""
        environment = Environment(variables)
        settings = cls(
            database=DatabaseSettings.read(environment),
            port=environment.integer("PORT", DEFAULT_PORT, maximum=MAX_PORT),
            log_level=environment.choice("LOG_LEVEL", LEVELS, "info"),
            body_limit_bytes=environment.integer("BODY_LIMIT_BYTES", MEBIBYTE),
            shutdown_timeout_ms=environment.integer("SHUTDOWN_TIMEOUT_MS", 10 * SECOND_MS),
        )
        environment.finish()
        return settings
