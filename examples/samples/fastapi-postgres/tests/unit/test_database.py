"""Transactions that meet others."""

from typing import Any
from unittest.mock import AsyncMock, MagicMock

import pytest
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from app.database import TRANSACTION_ATTEMPTS, transactional


class Service:
    """Counts how often it is asked."""

    def __init__(self, session: Any, *outcomes: Exception | str) -> None:
        self.session: AsyncSession = session
        self.work = AsyncMock(side_effect=outcomes)

    @transactional
    async def do(self) -> str:
        result: str = await self.work()
        return result


@pytest.fixture
def session() -> MagicMock:
    session = MagicMock()
    session.begin.return_value.__aexit__.return_value = False
    return session


def error_with(sqlstate: str) -> DBAPIError:
    original = Exception("failed")
    original.sqlstate = sqlstate  # type: ignore[attr-defined]
    return DBAPIError("UPDATE", None, original)


DEADLOCK = error_with("40P01")
UNIQUE_VIOLATION = error_with("23505")


async def test_transaction_runs_again_after_a_deadlock(session: MagicMock) -> None:
    service = Service(session, DEADLOCK, "done")

    assert await service.do() == "done"
    assert session.begin.call_count == 2


async def test_transaction_gives_up_in_the_end(session: MagicMock) -> None:
    service = Service(session, *[DEADLOCK] * TRANSACTION_ATTEMPTS)

    with pytest.raises(DBAPIError):
        await service.do()
    assert session.begin.call_count == TRANSACTION_ATTEMPTS


async def test_other_errors_are_not_tried_again(session: MagicMock) -> None:
    service = Service(session, UNIQUE_VIOLATION)

    with pytest.raises(DBAPIError):
        await service.do()
    assert session.begin.call_count == 1
