"""Sessions on the database, and the transactions that services run in."""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from app.core.database_errors import is_transient
from app.core.engine import create_database_engine
from app.core.environment import DatabaseSettings

TRANSACTION_ATTEMPTS = 3

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


class Database:
    """A pool of connections, and sessions on it."""

    def __init__(self, settings: DatabaseSettings) -> None:
        self.engine = create_database_engine(settings)
        self.sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        # One statement is a transaction of its own, without the round trips of BEGIN and COMMIT.
        self.statement_sessions = async_sessionmaker(
            self.engine.execution_options(isolation_level="AUTOCOMMIT"), expire_on_commit=False
        )

    async def ping(self) -> None:
        """Raises where the database does not answer."""
        async with self.statement_sessions() as session:
            await session.execute(text("SELECT 1"))

    async def close(self) -> None:
        """Closes all connections."""
        await self.engine.dispose()


class HasSession(Protocol):
    """Something that works on a session, such as a service."""

    session: AsyncSession


Service = TypeVar("Service", bound=HasSession)
Method = Callable[Concatenate[Service, Parameters], Coroutine[Any, Any, Result]]


def transactional(
    method: Method[Service, Parameters, Result],
) -> Method[Service, Parameters, Result]:
    """Runs a method in a transaction, again where it met another one in a deadlock."""

    @wraps(method)
    async def run(self: Service, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        attempt = 1
        while True:
            try:
                async with self.session.begin():
                    return await method(self, *args, **kwargs)
            except DBAPIError as error:
                if attempt == TRANSACTION_ATTEMPTS or not is_transient(error):
                    raise
                attempt += 1

    return run
