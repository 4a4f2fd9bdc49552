"""Settings from the environment."""

import os
from typing import Annotated, Literal

{% if values.auth == 'jwt' %}
from pydantic import Field, PositiveInt, ValidationError, model_validator
{% else %}
from pydantic import Field, PositiveInt, ValidationError
{% endif %}
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from app.core.environment import DatabaseSettings, Environment

SECOND_IN_MS = 1000
MEBIBYTE = 1024 * 1024
{% if values.auth == 'jwt' %}
MIN_SECRET_LENGTH = 32
{% endif %}


class Settings(BaseSettings):
    """What the service can be told; an empty variable is one that is not set."""

    model_config = SettingsConfigDict(env_ignore_empty=True, frozen=True)

    database: Annotated[DatabaseSettings, NoDecode]
    port: Annotated[int, Field(ge=0, le=65_535)] = 8000
    log_level: Literal["trace", "debug", "info", "warn", "error", "fatal", "silent"] = "info"
    body_limit_bytes: PositiveInt = MEBIBYTE
    shutdown_timeout_ms: PositiveInt = 10 * SECOND_IN_MS
{% if values.auth == 'jwt' %}
    jwt_issuer: str
    jwt_audience: str
    jwt_secret: Annotated[str, Field(min_length=MIN_SECRET_LENGTH)] | None = None
    jwt_jwks_url: Annotated[str, Field(pattern=r"^https?://[^/]+")] | None = None

    @model_validator(mode="after")
    def _has_one_key(self) -> "Settings":
        if (self.jwt_secret is None) == (self.jwt_jwks_url is None):
            raise ValueError("either JWT_SECRET or JWT_JWKS_URL must be set")
        return self
{% endif %}


def load_settings() -> Settings:
    """Reads all settings, or raises a ConfigurationError that names each that is wrong."""
    environment = Environment(os.environ)
    database = DatabaseSettings.read(environment)
    try:
        settings = Settings.model_validate({"database": database})
    except ValidationError as error:
        for problem in error.errors():
            names = [str(step).upper() for step in problem["loc"][:1]]
            environment.reject(": ".join([*names, problem["msg"]]))
        environment.finish()
        raise
    environment.finish()
    return settings
