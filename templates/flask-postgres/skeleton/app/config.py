"""Settings of the service, read from the environment and checked before it starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass{% if values.auth == 'jwt' %}, field{% endif %}

from typing import TYPE_CHECKING

from app.core.environment import SECOND_MS, DatabaseSettings, Environment
from app.core.logs import LEVELS

if TYPE_CHECKING:
    from typing_extensions import Self

DEFAULT_PORT = 8000
MAX_PORT = 65_535
MEBIBYTE = 1024 * 1024
{% if values.auth == 'jwt' %}
MIN_SECRET_LENGTH = 32


@dataclass(frozen=True)
class TokenSettings:
    """What bearer tokens are verified with: a shared secret or public keys."""

    issuer: str
    audience: str
    secret: str | None = field(repr=False)
    jwks_url: str | None

    @classmethod
    def read(cls, environment: Environment) -> Self:
        secret = environment.optional("JWT_SECRET")
        jwks_url = environment.optional("JWT_JWKS_URL")
        environment.check_url("JWT_JWKS_URL", jwks_url, ("https", "http"))
        if (secret is None) == (jwks_url is None):
            environment.reject("one of JWT_SECRET and JWT_JWKS_URL is required")
        elif secret is not None and len(secret) < MIN_SECRET_LENGTH:
            environment.reject(f"JWT_SECRET must have at least {MIN_SECRET_LENGTH} characters")
        return cls(
            issuer=environment.text("JWT_ISSUER"),
            audience=environment.text("JWT_AUDIENCE"),
            secret=secret,
            jwks_url=jwks_url,
        )
{% endif %}


@dataclass(frozen=True)
class Settings:
    """All settings; the README says what each is for."""

    database: DatabaseSettings
    port: int
    log_level: str
    body_limit_bytes: int
    shutdown_timeout_ms: int
{% if values.auth == 'jwt' %}
    tokens: TokenSettings
{% endif %}

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
{% if values.auth == 'jwt' %}
            tokens=TokenSettings.read(environment),
{% endif %}
        )
        environment.finish()
        return settings
