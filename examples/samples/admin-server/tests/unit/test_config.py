# -*- coding: utf-8 -*-
"""Settings."""

import pytest
from flask import Flask

from admin_server import config


@pytest.fixture
def read(settings):
    """Reads the settings, with some changed."""

    def read_changed(**changes):
        for name, value in changes.items():
            settings.setenv(name, value)
        app = Flask(__name__)
        config.init_app(app)
        return app.config

    return read_changed


def test_what_is_not_set_has_a_default(read):
    settings = read()

    assert settings["PORT"] == 8000
    assert settings["LOG_LEVEL"] == "info"
    assert settings["BODY_LIMIT_BYTES"] == 1024 * 1024
    assert settings["REDIS_HOST"] is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MONGODB_URI", ""),
        ("MONGODB_URI", "postgresql://localhost/x"),
        ("MONGODB_URI", "mongodb://localhost"),
        ("MONGODB_URI", "mongodb+srv://cluster.example.com"),
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "short"),
        ("REDIS_HOST", "redis://localhost"),
        ("REDIS_HOST", "localhost:"),
        ("REDIS_HOST", "localhost:99999"),
        ("SENTRY_DSN", "sentry"),
        ("LOKI_URL", "localhost:3100"),
        ("LOG_LEVEL", "loud"),
        ("PORT", "0"),
        ("THREADS", "many"),
        ("CACHE_SECONDS", "1.5"),
        ("ADMIN_SERVER_CONFIG", "/does/not/exist"),
    ],
)
def test_what_is_wrong_is_named(read, name, value):
    with pytest.raises(config.ConfigurationError, match=name):
        read(**{name: value})


def test_what_is_right_is_taken(read):
    settings = read(
        MONGODB_URI="mongodb+srv://cluster.example.com/x",
        REDIS_HOST="cache:6380",
        SENTRY_DSN="https://key@sentry.example.com/1",
        LOKI_URL="https://loki.example.com/loki/api/v1/push",
    )

    assert config.redis_address(settings["REDIS_HOST"]) == ("cache", 6380)
    assert config.redis_address("cache") == ("cache", 6379)


def test_a_file_gives_settings_and_the_environment_wins(read, tmp_path):
    file = tmp_path / "settings.cfg"
    file.write_text('PORT = 1234\nTHREADS = 3\nLOG_LEVEL = "debug"\n')

    settings = read(ADMIN_SERVER_CONFIG=str(file), THREADS="5")

    assert (settings["PORT"], settings["THREADS"], settings["LOG_LEVEL"]) == (1234, 5, "debug")


def test_a_file_is_held_to_the_same_rules(read, tmp_path):
    file = tmp_path / "settings.cfg"
    file.write_text("REDIS_PASSWORD = 1234\n")

    with pytest.raises(config.ConfigurationError, match="REDIS_PASSWORD"):
        read(ADMIN_SERVER_CONFIG=str(file))
