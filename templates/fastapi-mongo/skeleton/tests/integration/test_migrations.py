"""The migrations make what lists and references look into, however often and by however many."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from importlib import import_module
from typing import Any

import pytest
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import OperationFailure
from pytest_mock import MockerFixture

from app.core.client import create_client
from app.core.list_query import ListDefinition
from app.models import COLLECTIONS
from migrations import MIGRATIONS, steps
from migrations.run import HISTORY, upgrade
from scripts.database import throwaway_database
from scripts.migrate import settings_of

NAMES = [migration.__name__.rpartition(".")[2] for migration in MIGRATIONS]
LISTS: Mapping[str, ListDefinition] = {
{% for entity in model.entities %}
{% set module = '"app.fields.' + entity.snake + '"' %}
{% set line = '    "' + entity.table + '": import_module(' + module + ').LIST,' %}
{% if (line | length) <= 100 %}
${{ line }}
{% else %}
    "${{ entity.table }}": import_module(
        ${{ module }}
    ).LIST,
{% endif %}
{% endfor %}
}


@pytest.fixture
async def database() -> AsyncIterator[AsyncDatabase[dict[str, Any]]]:
    with throwaway_database() as url:
        client = create_client(settings_of(url))
        yield client.get_default_database()
        await client.close()


async def indexes_of(database: AsyncDatabase[dict[str, Any]]) -> dict[str, Mapping[str, Any]]:
    return {name: await database[name].index_information() for name in COLLECTIONS}


async def test_running_them_twice_changes_nothing(database: AsyncDatabase[dict[str, Any]]) -> None:
    assert await upgrade(database) == NAMES
    history = await database[HISTORY].find().to_list()
    indexes = await indexes_of(database)

    assert await upgrade(database) == []
    assert await database[HISTORY].find().to_list() == history
    assert await indexes_of(database) == indexes


async def test_two_processes_may_run_them_at_once(database: AsyncDatabase[dict[str, Any]]) -> None:
    await asyncio.gather(upgrade(database), upgrade(database))

    assert await database[HISTORY].distinct("_id") == sorted(NAMES)


async def test_one_that_did_not_come_to_its_end_is_run_again(
    database: AsyncDatabase[dict[str, Any]],
) -> None:
    await upgrade(database)
    indexes = await indexes_of(database)
    await database[HISTORY].delete_many({})

    assert await upgrade(database) == NAMES
    assert await indexes_of(database) == indexes


@pytest.mark.parametrize("name", COLLECTIONS)
async def test_whatever_is_looked_up_has_an_index(
    database: AsyncDatabase[dict[str, Any]], name: str
) -> None:
    await upgrade(database)

    information = await database[name].index_information()

    indexed = {index["key"][0][0] for index in information.values()}
{% if model.hasRelations %}
    assert LISTS[name].filters.keys() | COLLECTIONS[name].references.keys() <= indexed
{% else %}
    assert LISTS[name].filters.keys() <= indexed
{% endif %}


async def test_a_server_that_cannot_change_validators_is_told_of(
    database: AsyncDatabase[dict[str, Any]],
    mocker: MockerFixture,
    caplog: pytest.LogCaptureFixture,
) -> None:
    mocker.patch.object(database, "command", side_effect=OperationFailure("unknown", 59))

    await steps.change_validator(database, "rows", {})

    assert "cannot change validators: rows keeps" in caplog.text


async def test_other_failures_of_the_server_stop_a_migration(
    database: AsyncDatabase[dict[str, Any]], mocker: MockerFixture
) -> None:
    mocker.patch.object(database, "command", side_effect=OperationFailure("forbidden", 13))

    with pytest.raises(OperationFailure):
        await steps.change_validator(database, "rows", {})
