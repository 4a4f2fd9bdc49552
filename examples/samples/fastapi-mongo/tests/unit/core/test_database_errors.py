"""Errors of the database."""

import pytest
from pymongo.errors import (
    AutoReconnect,
    DuplicateKeyError,
    ExecutionTimeout,
    OperationFailure,
    ServerSelectionTimeoutError,
    WaitQueueTimeoutError,
)

from app.core.database_errors import Overtaken, is_transient, problem_of
from app.core.problems import FieldError

SECRET = "secret text of the driver"


def duplicate(index: str) -> DuplicateKeyError:
    return DuplicateKeyError(
        f"E11000 duplicate key error collection: db.rows index: {index} dup key: {{ x: 1 }}", 11000
    )


def transient() -> OperationFailure:
    error = OperationFailure(SECRET, 112)
    error._add_error_label("TransientTransactionError")
    return error


def test_a_duplicate_points_to_its_property() -> None:
    problem = problem_of(duplicate("unique_vatNumber"))

    assert problem is not None
    assert problem.status == 409
    assert problem.errors == [FieldError("/vatNumber", "must be unique")]
    assert b"E11000" not in problem.body()


def test_a_duplicate_of_another_index_points_to_nothing() -> None:
    problem = problem_of(duplicate("_id_"))

    assert problem is not None
    assert problem.status == 409
    assert problem.errors is None


@pytest.mark.parametrize(
    "error",
    [
        AutoReconnect(SECRET),
        ServerSelectionTimeoutError(SECRET),
        WaitQueueTimeoutError(SECRET),
        ExecutionTimeout(SECRET, 50),
        OperationFailure(SECRET, 18),
        OperationFailure(SECRET, 13),
        ConnectionRefusedError(SECRET),
        transient(),
    ],
)
def test_without_the_database(error: Exception) -> None:
    problem = problem_of(error)

    assert problem is not None
    assert problem.status == 503
    assert SECRET.encode() not in problem.body()


def test_errors_of_the_service() -> None:
    assert problem_of(OperationFailure(SECRET, 2)) is None
    assert problem_of(ValueError("wrong")) is None


def test_who_was_overtaken_too_often_may_come_again() -> None:
    assert Overtaken().status == 503
    assert "Retry-After" in Overtaken().headers


def test_transient_errors_are_labelled() -> None:
    assert is_transient(transient())
    assert not is_transient(OperationFailure(SECRET, 112))
