# -*- coding: utf-8 -*-
"""How gunicorn is told to serve."""

import pytest
from flask import Flask

from admin_server import config
from admin_server.server import Server


@pytest.fixture
def server_settings(settings):
    """The settings of a server on a port of its own."""
    settings.setenv("PORT", "8123")
    settings.setenv("THREADS", "3")
    settings.setenv("SHUTDOWN_TIMEOUT_MS", "1500")
    app = Flask(__name__)
    config.init_app(app)
    return app.config


def test_settings_are_those_of_gunicorn(server_settings):
    options = Server(server_settings).cfg

    assert options.address == [("", 8123)]
    assert (options.workers, options.threads) == (1, 3)
    assert options.graceful_timeout == 2
    assert not options.reload


def test_local_work_reloads_and_stays_on_this_machine(server_settings):
    options = Server(server_settings, reloads=True).cfg

    assert options.address == [("127.0.0.1", 8123)]
    assert options.reload


def test_what_runs_beside_the_requests_ends_with_them(server_settings):
    server = Server(server_settings)

    app = server.load()
    answer = app.test_client().get("/health/ready")
    server.close(None, None)

    assert answer.status_code == 200
