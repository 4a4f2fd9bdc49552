"""Settings from the environment."""

from __future__ import annotations

import pytest

from app.core.environment import ConfigurationError, DatabaseSettings, Environment

URL = "mongodb://service@localhost/service"


def test_database_settings_have_defaults() -> None:
    environment = Environment({"MONGODB_URI": URL, "DB_PASSWORD": ""})
    settings = DatabaseSettings.read(environment)
    environment.finish()

    assert settings == DatabaseSettings(
        url=URL,
        password=None,
        pool_max=10,
        statement_timeout_ms=10_000,
    )


def test_secrets_are_not_shown() -> None:
    environment = Environment({"MONGODB_URI": URL, "DB_PASSWORD": "hidden"})

    shown = repr(DatabaseSettings.read(environment))

    assert "hidden" not in shown
    assert URL not in shown


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MONGODB_URI", ""),
        ("MONGODB_URI", "mysql://localhost/service"),
        ("MONGODB_URI", "http://[broken"),
        ("MONGODB_URI", "mongodb://localhost:27017"),
        ("MONGODB_URI", "mongodb://localhost:27017/?appName=service"),
        ("MONGODB_URI", "mongodb://localhost:port/service"),
        ("MONGODB_URI", "mongodb:///service"),
        ("MONGODB_POOL_MAX", "0"),
        ("MONGODB_POOL_MAX", "ten"),
        ("MONGODB_POOL_MAX", "\u0661"),
        ("MONGODB_STATEMENT_TIMEOUT_MS", "1e3"),
        ("MONGODB_STATEMENT_TIMEOUT_MS", "9" * 5000),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    environment = Environment({"MONGODB_URI": URL, name: value})
    DatabaseSettings.read(environment)

    with pytest.raises(ConfigurationError, match=name):
        environment.finish()


def test_all_wrong_settings_are_named() -> None:
    environment = Environment({"MONGODB_POOL_MAX": "many"})
    DatabaseSettings.read(environment)

    with pytest.raises(ConfigurationError, match=r"MONGODB_URI.*MONGODB_POOL_MAX"):
        environment.finish()
