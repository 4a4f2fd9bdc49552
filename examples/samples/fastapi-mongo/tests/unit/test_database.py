"""Work that meets other work, and what it runs in."""

from typing import Any
from unittest.mock import AsyncMock, MagicMock

import pytest
from pytest_mock import MockerFixture

from app.config import Settings
from app.core.database_errors import Overtaken
from app.database import PAUSES_SECONDS, Database, Session


@pytest.fixture(autouse=True)
def pauses(mocker: MockerFixture) -> AsyncMock:
    """Nobody waits here."""
    return mocker.patch("app.database.sleep", AsyncMock())


@pytest.fixture
def database() -> MagicMock:
    """One without transactions."""
    database = MagicMock()
    database.has_transactions = AsyncMock(return_value=False)
    return database


async def test_work_is_done_again_when_it_was_overtaken(
    database: MagicMock, pauses: AsyncMock
) -> None:
    work = AsyncMock(side_effect=[Overtaken(), Overtaken(), "done"])

    assert await Session(database).run(work) == "done"
    assert pauses.await_count == 2


async def test_work_gives_up_in_the_end(database: MagicMock) -> None:
    work = AsyncMock(side_effect=Overtaken())

    with pytest.raises(Overtaken):
        await Session(database).run(work)
    assert work.await_count == len(PAUSES_SECONDS) + 1


async def test_other_errors_are_not_tried_again(database: MagicMock) -> None:
    work = AsyncMock(side_effect=ValueError)

    with pytest.raises(ValueError):  # noqa: PT011
        await Session(database).run(work)
    assert work.await_count == 1


class Transactions:
    """Sessions of the driver that run what they are given, as a replica set's do."""

    def __init__(self, database: MagicMock) -> None:
        database.has_transactions = AsyncMock(return_value=True)
        database.timeout_seconds = 1
        self.session = database.client.start_session.return_value.__aenter__.return_value
        self.session.with_transaction = AsyncMock(side_effect=self._run)
        database.client.start_session.return_value.__aexit__ = AsyncMock(return_value=False)

    async def _run(self, transact: Any) -> Any:
        return await transact(self.session)


async def test_changes_are_one_transaction_where_there_are_some(database: MagicMock) -> None:
    transactions = Transactions(database)
    session = Session(database)
    seen = []

    async def work() -> str:
        seen.append(session.transaction)
        if len(seen) == 1:
            raise Overtaken
        return "done"

    assert await session.transact(work) == "done"
    assert seen == [transactions.session, transactions.session]
    assert transactions.session.with_transaction.await_count == 2
    assert session.transaction is None


async def test_changes_are_made_without_one_where_there_is_none(database: MagicMock) -> None:
    session = Session(database)
    work = AsyncMock(return_value="done")

    assert await session.transact(work) == "done"
    database.client.start_session.assert_not_called()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("Standalone", False), ("RSPrimary", True), ("Mongos", True), ("LoadBalancer", True)],
)
async def test_servers_of_a_replica_set_have_transactions(
    settings: Settings, mocker: MockerFixture, kind: str, expected: bool
) -> None:
    database = Database(settings.database)
    mocker.patch.object(database, "ping")
    client = mocker.patch.object(database, "client")
    server = MagicMock(server_type_name=kind)
    client.topology_description.server_descriptions.return_value = {("host", 27017): server}

    assert await database.has_transactions() is expected
    assert await database.has_transactions() is expected
