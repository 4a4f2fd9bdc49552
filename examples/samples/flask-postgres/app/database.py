"""Sessions and transactions: the only way that the services have to the database."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from flask import Flask, current_app
from psycopg.errors import AdminShutdown
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from app.core.database_errors import is_transient
from app.core.engine import create_database_engine
from app.core.environment import DatabaseSettings

ATTEMPTS = 3

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Database:
    """The connections of one process, kept in `app.extensions["database"]`."""

    def __init__(self, settings: DatabaseSettings) -> None:
        # One statement needs no BEGIN and COMMIT around it, which are round trips too.
        self.engine = create_database_engine(settings, isolation_level="AUTOCOMMIT")
        transactions = self.engine.execution_options(isolation_level="READ COMMITTED")
        # Rows are answered after their session has ended, so they keep their values.
        self._statements = sessionmaker(self.engine, autoflush=False, expire_on_commit=False)
        self._transactions = sessionmaker(transactions, autoflush=False, expire_on_commit=False)

    def init_app(self, app: Flask) -> None:
        app.extensions["database"] = self

    def read(self, work: Callable[[Session], Result]) -> Result:
        """Runs work that changes nothing."""
        return _run(work, self._statements, _is_undone)

    def write_once(self, work: Callable[[Session], Result]) -> Result:
        """Runs work that is one statement."""
        return _run(work, self._statements, _was_refused)

    def write(self, work: Callable[[Session], Result]) -> Result:
        """Runs work in a transaction."""
        return _run(work, self._transactions, _is_undone, commits=True)

    def ping(self) -> None:
        """Raises where the database does not answer."""
        self.read(lambda session: session.execute(text("SELECT 1")))

    def close(self) -> None:
        self.engine.dispose()


def _run(
    work: Callable[[Session], Result],
    sessions: sessionmaker[Session],
    may_run_again: Callable[[DBAPIError], bool],
    *,
    commits: bool = False,
) -> Result:
    """Runs work in a session, again where it was in the way of another transaction."""
    attempt = 1
    while True:
        with sessions() as session:
            try:
                result = work(session)
            except DBAPIError as error:
                if attempt == ATTEMPTS or not may_run_again(error):
                    raise
            else:
                if commits:
                    session.commit()
                return result
        attempt += 1


def _is_undone(error: DBAPIError) -> bool:
    """Nothing has been committed, so a connection that was cut is no obstacle either."""
    return error.connection_invalidated or is_transient(error)


def _was_refused(error: DBAPIError) -> bool:
    """PostgreSQL says that a statement was not done.

    Where the connection was cut without a word, nobody knows whether it was.
    """
    return isinstance(error.orig, AdminShutdown) or is_transient(error)


def database_of(app: Flask) -> Database:
    return cast(Database, app.extensions["database"])


def reading(
    work: Callable[Concatenate[Session, Arguments], Result],
) -> Callable[Arguments, Result]:
    """Gives a function a session to read with."""

    @wraps(work)
    def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        return database_of(current_app).read(lambda session: work(session, *args, **kwargs))

    return run


def writing_once(
    work: Callable[Concatenate[Session, Arguments], Result],
) -> Callable[Arguments, Result]:
    """Gives a function a session for one statement, which is done or not done by itself."""

    @wraps(work)
    def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        return database_of(current_app).write_once(lambda session: work(session, *args, **kwargs))

    return run


def writing(
    work: Callable[Concatenate[Session, Arguments], Result],
) -> Callable[Arguments, Result]:
    """Gives a function a session in a transaction, which ends with the function."""

    @wraps(work)
    def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        return database_of(current_app).write(lambda session: work(session, *args, **kwargs))

    return run
