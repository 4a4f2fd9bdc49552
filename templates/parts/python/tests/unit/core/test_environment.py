"""Settings from the environment."""

from __future__ import annotations

import pytest

from app.core.environment import ConfigurationError, DatabaseSettings, Environment

URL = "postgresql://service@localhost/service"


def test_database_settings_have_defaults() -> None:
    environment = Environment({"DATABASE_URL": URL, "DB_PASSWORD": ""})
    settings = DatabaseSettings.read(environment)
    environment.finish()

    assert settings == DatabaseSettings(
        url=URL,
        password=None,
        ssl="disable",
        pool_max=10,
        pool_timeout_ms=5000,
        statement_timeout_ms=10_000,
    )


def test_secrets_are_not_shown() -> None:
    environment = Environment({"DATABASE_URL": URL, "DB_PASSWORD": "hidden"})

    shown = repr(DatabaseSettings.read(environment))

    assert "hidden" not in shown
    assert URL not in shown


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", ""),
        ("DATABASE_URL", "mysql://localhost/service"),
        ("DATABASE_URL", "http://[broken"),
        ("DATABASE_SSL", "maybe"),
        ("DATABASE_POOL_MAX", "0"),
        ("DATABASE_POOL_MAX", "ten"),
        ("DATABASE_POOL_MAX", "\u0661"),
        ("DATABASE_POOL_TIMEOUT_MS", "-1"),
        ("DATABASE_STATEMENT_TIMEOUT_MS", "1e3"),
        ("DATABASE_STATEMENT_TIMEOUT_MS", "9" * 5000),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    environment = Environment({"DATABASE_URL": URL, name: value})
    DatabaseSettings.read(environment)

    with pytest.raises(ConfigurationError, match=name):
        environment.finish()


def test_all_wrong_settings_are_named() -> None:
    environment = Environment({"DATABASE_SSL": "maybe"})
    DatabaseSettings.read(environment)

    with pytest.raises(ConfigurationError, match=r"DATABASE_URL.*DATABASE_SSL"):
        environment.finish()
