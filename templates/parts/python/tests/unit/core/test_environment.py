{% set prefix = 'MONGODB' if values.database == 'mongo' else 'DATABASE' %}
{% set url = 'MONGODB_URI' if values.database == 'mongo' else 'DATABASE_URL' %}
"""Settings from the environment."""

from __future__ import annotations

import pytest

from app.core.environment import ConfigurationError, DatabaseSettings, Environment

{% if values.database == 'mongo' %}
URL = "mongodb://service@localhost/service"
{% else %}
URL = "postgresql://service@localhost/service"
{% endif %}


def test_database_settings_have_defaults() -> None:
    environment = Environment({"${{ url }}": URL, "DB_PASSWORD": ""})
    settings = DatabaseSettings.read(environment)
    environment.finish()

    assert settings == DatabaseSettings(
        url=URL,
        password=None,
{% if values.database == 'postgres' %}
        ssl="disable",
{% endif %}
        pool_max=10,
{% if values.database == 'postgres' %}
        pool_timeout_ms=5000,
{% endif %}
        statement_timeout_ms=10_000,
    )


def test_secrets_are_not_shown() -> None:
    environment = Environment({"${{ url }}": URL, "DB_PASSWORD": "hidden"})

    shown = repr(DatabaseSettings.read(environment))

    assert "hidden" not in shown
    assert URL not in shown


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("${{ url }}", ""),
        ("${{ url }}", "mysql://localhost/service"),
        ("${{ url }}", "http://[broken"),
{% if values.database == 'postgres' %}
        ("DATABASE_SSL", "maybe"),
{% endif %}
{% if values.database == 'mongo' %}
        ("MONGODB_URI", "mongodb://localhost:27017"),
        ("MONGODB_URI", "mongodb://localhost:27017/?appName=service"),
        ("MONGODB_URI", "mongodb://localhost:port/service"),
        ("MONGODB_URI", "mongodb:///service"),
{% endif %}
        ("${{ prefix }}_POOL_MAX", "0"),
        ("${{ prefix }}_POOL_MAX", "ten"),
        ("${{ prefix }}_POOL_MAX", "\u0661"),
{% if values.database == 'postgres' %}
        ("DATABASE_POOL_TIMEOUT_MS", "-1"),
{% endif %}
        ("${{ prefix }}_STATEMENT_TIMEOUT_MS", "1e3"),
        ("${{ prefix }}_STATEMENT_TIMEOUT_MS", "9" * 5000),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    environment = Environment({"${{ url }}": URL, name: value})
    DatabaseSettings.read(environment)

    with pytest.raises(ConfigurationError, match=name):
        environment.finish()


def test_all_wrong_settings_are_named() -> None:
{% if values.database == 'mongo' %}
    environment = Environment({"MONGODB_POOL_MAX": "many"})
{% else %}
    environment = Environment({"DATABASE_SSL": "maybe"})
{% endif %}
    DatabaseSettings.read(environment)

    with pytest.raises(ConfigurationError, match=r"${{ url }}.*${{ 'MONGODB_POOL_MAX' if values.database == 'mongo' else 'DATABASE_SSL' }}"):
        environment.finish()
