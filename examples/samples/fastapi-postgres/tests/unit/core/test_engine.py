"""The pool of connections."""

from __future__ import annotations

from app.core.engine import DRIVER, create_database_engine
from app.core.environment import DatabaseSettings


def settings(*, password: str | None) -> DatabaseSettings:
    return DatabaseSettings(
        url="postgresql://service:old@localhost/service",
        password=password,
        ssl="verify",
        pool_max=3,
        pool_timeout_ms=500,
        statement_timeout_ms=1000,
    )


def test_the_password_of_its_own_setting_wins() -> None:
    assert create_database_engine(settings(password="new")).url.password == "new"
    assert create_database_engine(settings(password=None)).url.password == "old"


def test_the_url_may_name_any_driver() -> None:
    assert create_database_engine(settings(password=None)).url.drivername == DRIVER
