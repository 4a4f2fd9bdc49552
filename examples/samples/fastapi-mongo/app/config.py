"""Settings from the environment."""

import os
from typing import Annotated, Literal

from pydantic import Field, PositiveInt, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from app.core.environment import DatabaseSettings, Environment

SECOND_IN_MS = 1000
MEBIBYTE = 1024 * 1024


class Settings(BaseSettings):
    """What the service can be told; an empty variable is one that is not set."""

    model_config = SettingsConfigDict(env_ignore_empty=True, frozen=True)

    database: Annotated[DatabaseSettings, NoDecode]
    port: Annotated[int, Field(ge=0, le=65_535)] = 8000
    log_level: Literal["trace", "debug", "info", "warn", "error", "fatal", "silent"] = "info"
    body_limit_bytes: PositiveInt = MEBIBYTE
    shutdown_timeout_ms: PositiveInt = 10 * SECOND_IN_MS


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
