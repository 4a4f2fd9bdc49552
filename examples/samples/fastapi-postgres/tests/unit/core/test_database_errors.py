"""Errors of the database."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.core.database_errors import is_transient, problem_of


class DriverError(Exception):
    """An error as the driver raises it."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__("secret text of the driver")
        self.sqlstate = sqlstate


def error_of(sqlstate: str | None, *, is_broken: bool = False) -> DBAPIError:
    return DBAPIError("SELECT 1", None, DriverError(sqlstate), connection_invalidated=is_broken)


@pytest.mark.parametrize(
    ("sqlstate", "status"),
    [
        ("23505", 409),
        ("23503", 409),
        ("23001", 409),
        ("08006", 503),
        ("53300", 503),
        ("57014", 503),
        ("40P01", 503),
    ],
)
def test_status_of_an_error(sqlstate: str, status: int) -> None:
    problem = problem_of(error_of(sqlstate))

    assert problem is not None
    assert problem.status == status
    assert b"secret" not in problem.body()


@pytest.mark.parametrize(
    "error",
    [
        error_of(None, is_broken=True),
        OperationalError("connect", None, DriverError(None)),
        PoolTimeoutError("pool"),
        ConnectionRefusedError("refused"),
        DriverError("57P03"),
    ],
)
def test_without_the_database(error: Exception) -> None:
    problem = problem_of(error)

    assert problem is not None
    assert problem.status == 503


def test_errors_of_the_service() -> None:
    assert problem_of(error_of("42601")) is None
    assert problem_of(ValueError("wrong")) is None


def test_deadlocks_are_transient() -> None:
    assert is_transient(error_of("40P01"))
    assert is_transient(error_of("40001"))
    assert not is_transient(error_of("23505"))
    assert not is_transient(ValueError("wrong"))
