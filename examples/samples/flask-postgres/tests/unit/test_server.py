"""How the service starts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.__main__ import main
from app.config import Settings
from app.server import Server


def test_a_wrong_setting_stops_the_start_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://localhost/service")
    monkeypatch.setenv("PORT", "eighty")
    monkeypatch.setattr("sys.argv", ["app"])

    with pytest.raises(SystemExit) as caught:
        main()

    assert "DATABASE_URL must be" in str(caught.value)
    assert "PORT must be" in str(caught.value)


def test_the_server_has_a_thread_for_each_connection(settings: Settings) -> None:
    database = replace(settings.database, pool_max=3)
    server = Server(replace(settings, database=database, port=8001, shutdown_timeout_ms=1500))

    assert server.cfg.bind == [":8001"]
    assert server.cfg.threads > database.pool_max
    assert server.cfg.graceful_timeout == 2
