"""Sessions, transactions and what becomes of errors in them."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.core.database_errors import is_transient
from app.database import ATTEMPTS, database_of

DEADLOCK = "DO $$ BEGIN RAISE EXCEPTION 'met another one' USING ERRCODE = '40P01'; END $$"
CUT = "SELECT pg_terminate_backend(pg_backend_pid())"


def failing(statement: str, failures: int, attempts: list[int]) -> str:
    """A statement that fails for the first attempts."""
    attempts.append(len(attempts) + 1)
    return statement if len(attempts) <= failures else "SELECT 1"


@pytest.mark.parametrize("statement", [DEADLOCK, CUT])
@pytest.mark.parametrize("way", ["read", "write", "write_once"])
def test_work_runs_again_where_that_may_help(app: Flask, way: str, statement: str) -> None:
    run = getattr(database_of(app), way)
    attempts: list[int] = []

    def work(session: Session) -> object:
        return session.scalar(text(failing(statement, 1, attempts)))

    assert run(work) == 1
    assert attempts == [1, 2]


def test_a_statement_that_may_have_been_done_is_not_repeated(app: Flask) -> None:
    attempts: list[int] = []

    def work(session: Session) -> object:
        attempts.append(len(attempts) + 1)
        connection = session.connection().connection.driver_connection
        assert connection is not None
        connection.close()
        return session.scalar(text("SELECT 1"))

    with pytest.raises(DBAPIError):
        database_of(app).write_once(work)

    assert attempts == [1]
    database_of(app).ping()


def test_a_transaction_gives_up(app: Flask) -> None:
    attempts: list[int] = []

    def work(session: Session) -> object:
        return session.scalar(text(failing(DEADLOCK, ATTEMPTS, attempts)))

    with pytest.raises(DBAPIError) as caught:
        database_of(app).write(work)

    assert is_transient(caught.value)
    assert len(attempts) == ATTEMPTS


def test_a_transaction_that_fails_leaves_nothing(app: Flask) -> None:
    database = database_of(app)

    def work(session: Session) -> None:
        session.execute(text("CREATE TABLE left_behind ()"))
        session.execute(text("SELECT 1 / 0"))

    with pytest.raises(DBAPIError, match="division by zero"):
        database.write(work)

    found = database.read(lambda session: session.scalar(text("SELECT to_regclass('left_behind')")))
    assert found is None


def test_a_statement_may_not_take_forever(app: Flask) -> None:
    limit = database_of(app).read(lambda session: session.scalar(text("SHOW statement_timeout")))

    assert limit == "10s"
