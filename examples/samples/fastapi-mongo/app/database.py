"""The database, and the transactions that changes of several documents run in."""

import random
from asyncio import sleep
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import pymongo
from pymongo.asynchronous.client_session import AsyncClientSession
from pymongo.asynchronous.collection import AsyncCollection

from app.core.client import create_client
from app.core.database_errors import Overtaken
from app.core.environment import SECOND_MS, DatabaseSettings

SERVERS_WITH_TRANSACTIONS = frozenset({"RSPrimary", "RSSecondary", "Mongos", "LoadBalancer"})
# Before each further attempt, at most; they add up to about three seconds.
PAUSES_SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1)

Result = TypeVar("Result")
Work = Callable[[], Coroutine[Any, Any, Result]]


class Database:
    """A pool of connections, and the collections of one database."""

    def __init__(self, settings: DatabaseSettings) -> None:
        self.client = create_client(settings)
        self.documents = self.client.get_default_database()
        self.timeout_seconds = settings.statement_timeout_ms / SECOND_MS
        self._has_transactions: bool | None = None

    async def ping(self) -> None:
        """Raises where the database does not answer."""
        await self.documents.command("ping")

    async def close(self) -> None:
        """Closes all connections."""
        await self.client.close()

    async def has_transactions(self) -> bool:
        """Whether the server is part of a replica set; a server on its own has no transactions."""
        if self._has_transactions is None:
            await self.ping()
            servers = self.client.topology_description.server_descriptions().values()
            kinds = {server.server_type_name for server in servers}
            self._has_transactions = not kinds.isdisjoint(SERVERS_WITH_TRANSACTIONS)
        return self._has_transactions


class Session:
    """What one request does to the database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.transaction: AsyncClientSession | None = None

    def collection(self, name: str) -> AsyncCollection[Any]:
        """A collection of the service's database."""
        return self.database.documents[name]

    async def run(self, work: Work[Result]) -> Result:
        """Does work, again where other work overtook it."""
        for pause in PAUSES_SECONDS:
            try:
                return await work()
            except Overtaken:
                # Of two that met, one should come back later than the other.
                await sleep(random.uniform(0, pause))  # noqa: S311 # nosec B311
        return await work()

    async def transact(self, work: Work[Result]) -> Result:
        """Does work that changes several documents, again where other work overtook it.

        Where the server has transactions it is one. Where it has none, the order of the
        changes makes at least one of two requests see what the other does.
        """
        if await self.database.has_transactions():
            return await self.run(lambda: self._in_transaction(work))
        return await self.run(work)

    async def _in_transaction(self, work: Work[Result]) -> Result:
        async def transact(_session: AsyncClientSession) -> Result:
            return await work()

        async with self.database.client.start_session() as session:
            self.transaction = session
            try:
                with pymongo.timeout(self.database.timeout_seconds):
                    result: Result = await session.with_transaction(transact)
                    return result
            finally:
                self.transaction = None
