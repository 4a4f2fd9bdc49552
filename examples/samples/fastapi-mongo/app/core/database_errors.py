"""What an error of the database means to a client."""

import re

from pymongo.errors import ConnectionFailure, DuplicateKeyError, OperationFailure, PyMongoError

from app.core.problems import FieldError, Problem, conflict, unavailable

# The migrations call the index of a unique property so.
_UNIQUE_INDEX = re.compile(r"index: unique_(\w+) dup key")
UNAUTHORIZED = 13
AUTHENTICATION_FAILED = 18


class Overtaken(Problem):
    """Other requests are changing the same rows; the work may succeed when done again."""

    def __init__(self) -> None:
        busy = unavailable("Other requests are changing the same rows.")
        super().__init__(busy.status, busy.detail, headers=busy.headers)


def problem_of(error: BaseException) -> Problem | None:
    """The answer to an error; None where it is not one that a client can cause or wait for."""
    if isinstance(error, DuplicateKeyError):
        match = _UNIQUE_INDEX.search(str(error))
        errors = [FieldError(f"/{match[1]}", "must be unique")] if match else None
        return conflict("Another row has this value already.", errors)
    if isinstance(error, ConnectionFailure | OSError) or _is_refused(error):
        return unavailable()
    if isinstance(error, PyMongoError) and (error.timeout or is_transient(error)):
        return unavailable()
    return None


def is_transient(error: PyMongoError) -> bool:
    """Whether a transaction met another one and may succeed when run again."""
    return error.has_error_label("TransientTransactionError")


def _is_refused(error: BaseException) -> bool:
    """Whether the server does not take the credentials of the service."""
    return isinstance(error, OperationFailure) and error.code in {
        UNAUTHORIZED,
        AUTHENTICATION_FAILED,
    }
