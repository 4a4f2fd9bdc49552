"""Settings, and how wrong ones stop the start."""

import pytest

from app.config import load_settings
from app.core.environment import ConfigurationError

ENVIRONMENT = {
    "MONGODB_URI": "mongodb://service@localhost/service",
}
DEFAULTS = {"PORT": "", "LOG_LEVEL": "", "BODY_LIMIT_BYTES": "", "SHUTDOWN_TIMEOUT_MS": ""}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in {**ENVIRONMENT, **DEFAULTS}.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_settings_have_defaults() -> None:
    settings = load_settings()

    assert settings.port == 8000
    assert settings.log_level == "info"
    assert settings.body_limit_bytes == 1_048_576
    assert settings.shutdown_timeout_ms == 10_000


def test_settings_are_what_the_environment_says(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("PORT", "8001")
    environment.setenv("MONGODB_POOL_MAX", "3")

    settings = load_settings()

    assert settings.port == 8001
    assert settings.database.pool_max == 3


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "65536"),
        ("LOG_LEVEL", "loud"),
        ("BODY_LIMIT_BYTES", "-1"),
        ("MONGODB_URI", ""),
        ("MONGODB_URI", "mysql://localhost/service"),
        ("MONGODB_POOL_MAX", "some"),
    ],
)
def test_wrong_setting_stops_the_start_with_its_name(
    environment: pytest.MonkeyPatch, name: str, value: str
) -> None:
    environment.setenv(name, value)

    with pytest.raises(ConfigurationError, match=name):
        load_settings()


def test_all_wrong_settings_are_named_at_once(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("MONGODB_URI", "")
    environment.setenv("PORT", "eighty")

    with pytest.raises(ConfigurationError, match=r"MONGODB_URI.*PORT"):
        load_settings()
