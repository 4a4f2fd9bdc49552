"""What an error of the database means to a client."""

from __future__ import annotations

import asyncio

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.core.problems import FieldError, Problem, conflict, unavailable
from app.models import Base

UNIQUE_VIOLATION = "23505"
# PostgreSQL 18 has a code of its own for ON DELETE RESTRICT.
REFERENCE_VIOLATIONS = frozenset({"23503", "23001"})
SERIALIZATION_FAILURE = "40001"
DEADLOCK = "40P01"
TRANSIENT = frozenset({SERIALIZATION_FAILURE, DEADLOCK})
# Connections, log-in, unknown database, insufficient resources and operator intervention,
# which a statement timeout belongs to.
UNAVAILABLE_CLASSES = ("08", "28", "3D", "53", "57")

_UNIQUE_PROPERTIES: dict[str | None, list[str]] = {
    str(index.name): [column.info.get("name", column.key) for column in index.columns]
    for table in Base.metadata.tables.values()
    for index in table.indexes
    if index.unique
}


def _sqlstate(error: BaseException) -> str:
    """Empty where the connection broke, or could not be made."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return getattr(cause, "sqlstate", None) or ""


def _constraint_name(error: DBAPIError) -> str | None:
    return getattr(error.orig.__cause__, "constraint_name", None) if error.orig else None


def is_transient(error: BaseException) -> bool:
    """Whether the transaction met another one and may succeed when run again."""
    return _sqlstate(error) in TRANSIENT


def problem_of(error: BaseException) -> Problem | None:
    """The answer to an error; None where it is not one that a client can cause or wait for."""
    code = _sqlstate(error)
    if isinstance(error, DBAPIError) and code == UNIQUE_VIOLATION:
        properties = _UNIQUE_PROPERTIES.get(_constraint_name(error), [])
        return conflict(
            "Another row has this value already.",
            [FieldError(f"/{name}", "must be unique") for name in properties],
        )
    if code in REFERENCE_VIOLATIONS:
        return conflict("Rows that refer to each other forbid this.")
    if code in TRANSIENT or code.startswith(UNAVAILABLE_CLASSES) or _is_disconnect(error, code):
        return unavailable()
    return None


def _is_disconnect(error: BaseException, code: str) -> bool:
    if isinstance(error, DBAPIError):
        is_broken = isinstance(error, OperationalError) and code == ""
        return error.connection_invalidated or is_broken
    return isinstance(error, PoolTimeoutError | OSError | asyncio.TimeoutError)
