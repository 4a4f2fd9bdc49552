"""Settings are complete and well-formed, or the service does not start."""

from __future__ import annotations

import pytest

from app.config import Settings
from app.core.environment import ConfigurationError

COMPLETE = {
    "DATABASE_URL": "postgresql://service@localhost/service",
}


def test_defaults() -> None:
    settings = Settings.read(COMPLETE)

    assert settings.port == 8000
    assert settings.log_level == "info"
    assert settings.body_limit_bytes == 1_048_576
    assert settings.database.pool_max == 10


def test_an_empty_variable_is_not_set() -> None:
    assert Settings.read({**COMPLETE, "PORT": ""}).port == 8000


def test_secrets_are_not_shown() -> None:
    settings = Settings.read({**COMPLETE, "DB_PASSWORD": "hunter2hunter2"})

    assert "hunter2hunter2" not in repr(settings)


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"DATABASE_URL": ""}, "DATABASE_URL is required"),
        ({"DATABASE_URL": "mysql://localhost/x"}, "DATABASE_URL must be a URL"),
        ({"DATABASE_POOL_MAX": "0"}, "DATABASE_POOL_MAX must be a whole number"),
        ({"PORT": "65536"}, "PORT must be a whole number from 1 to 65535"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL must be one of"),
        ({"BODY_LIMIT_BYTES": "1 MiB"}, "BODY_LIMIT_BYTES must be a whole number"),
    ],
)
def test_a_wrong_setting_is_named(variables: dict[str, str], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        Settings.read({**COMPLETE, **variables})
