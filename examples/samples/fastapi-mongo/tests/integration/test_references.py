"""Rows that come to refer to each other while one of them goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from unittest.mock import AsyncMock
from uuid import uuid4

import pytest
from bson import ObjectId
from fastapi import FastAPI
from httpx import AsyncClient
from pytest_mock import MockerFixture

from app.models import COLLECTIONS
from app.models.base import DELETION, LONGEST_DELETION, now
from app.repositories import Repository
from tests.factories.factory import Factory, Rows, factory_of

FACTORIES = {
    "authors": factory_of("author"),
    "genres": factory_of("genre"),
    "books": factory_of("book"),
    "copies": factory_of("copy_record"),
    "members": factory_of("member"),
    "loans": factory_of("loan"),
    "reservations": factory_of("reservation"),
}
ABSENT = {"objectId": str(ObjectId()), "uuid": str(uuid4()), "integer": 2_147_483_647}


@dataclass(frozen=True)
class Relation:
    """A property that refers to rows of a collection."""

    source: str
    name: str
    target: str
    on_delete: str

    @property
    def factory(self) -> Factory:
        return FACTORIES[self.source]

    @property
    def target_factory(self) -> Factory:
        return FACTORIES[self.target]

    def value(self, row_id: Any) -> Any:
        return [row_id] if self.on_delete == "remove" else row_id


def relations() -> Iterator[Relation]:
    for source in COLLECTIONS.values():
        for name, (target, on_delete) in source.references.items():
            yield Relation(source.name, name, target, on_delete)


each_relation = pytest.mark.parametrize(
    "relation",
    [pytest.param(relation, id=f"{relation.source}.{relation.name}") for relation in relations()],
)


@pytest.fixture
def documents(app: FastAPI) -> Any:
    return app.state.database.documents


@pytest.fixture
def hurry(mocker: MockerFixture) -> None:
    """Nobody waits for others here."""
    mocker.patch("app.database.sleep", AsyncMock())


async def mark(documents: Any, name: str, age: timedelta) -> None:
    """Marks all rows of a collection as a deletion does."""
    marked = ObjectId.from_datetime(now() - age)
    await documents[name].update_many({}, {"$set": {DELETION: marked}})


def look_up_once_too_early(mocker: MockerFixture) -> None:
    """What a reference leads to goes right after it was found."""
    require = Repository.require
    calls = 0

    async def look_up(self: Repository[Any], name: str, ids: list[Any]) -> None:
        nonlocal calls
        calls += 1
        if calls > 1:
            await require(self, name, ids)

    mocker.patch.object(Repository, "require", look_up)


@each_relation
@pytest.mark.usefixtures("hurry")
async def test_nothing_comes_to_refer_to_a_row_that_is_being_deleted(
    client: AsyncClient, rows: Rows, documents: Any, relation: Relation
) -> None:
    body = await rows.body(relation.factory)
    target = await rows.create(relation.target_factory, 1)
    await mark(documents, relation.target, timedelta())
    count = await documents[relation.source].count_documents({})

    answer = await client.post(
        relation.factory.path, json={**body, relation.name: relation.value(target["id"])}
    )

    assert answer.status_code == 503
    assert await documents[relation.source].count_documents({}) == count


@each_relation
async def test_a_deletion_that_died_is_in_nobodys_way(
    client: AsyncClient, rows: Rows, documents: Any, relation: Relation
) -> None:
    row = await rows.create(relation.factory)
    await mark(documents, relation.source, 2 * LONGEST_DELETION)

    answer = await client.delete(f"{relation.factory.path}/{row['id']}")

    assert answer.status_code in {204, 409}


@each_relation
async def test_a_new_row_goes_again_where_its_reference_leads_to_nothing_by_now(
    client: AsyncClient, rows: Rows, documents: Any, relation: Relation, mocker: MockerFixture
) -> None:
    body = await rows.body(relation.factory)
    count = await documents[relation.source].count_documents({})
    absent = ABSENT[COLLECTIONS[relation.target].id]
    look_up_once_too_early(mocker)

    answer = await client.post(
        relation.factory.path, json={**body, relation.name: relation.value(absent)}
    )

    assert answer.status_code == 409
    assert await documents[relation.source].count_documents({}) == count


@each_relation
async def test_a_row_is_as_before_where_its_new_reference_leads_to_nothing_by_now(
    client: AsyncClient, rows: Rows, relation: Relation, mocker: MockerFixture
) -> None:
    row = await rows.create(relation.factory)
    path = f"{relation.factory.path}/{row['id']}"
    absent = ABSENT[COLLECTIONS[relation.target].id]
    look_up_once_too_early(mocker)

    answer = await client.patch(path, json={relation.name: relation.value(absent)})

    assert answer.status_code == 409
    assert (await client.get(path)).json() == row


@each_relation
async def test_a_deletion_that_is_refused_leaves_no_trace(
    client: AsyncClient, rows: Rows, documents: Any, relation: Relation
) -> None:
    target = await rows.create(relation.target_factory, 1)
    body = {**await rows.body(relation.factory), relation.name: relation.value(target["id"])}
    await client.post(relation.factory.path, json=body)

    answer = await client.delete(f"{relation.target_factory.path}/{target['id']}")

    if relation.on_delete == "restrict":
        assert answer.status_code == 409
    for name in COLLECTIONS:
        assert await documents[name].count_documents({DELETION: {"$exists": True}}) == 0


async def test_changes_of_several_rows_are_one_transaction(
    app: FastAPI, client: AsyncClient, rows: Rows, mocker: MockerFixture
) -> None:
    if not await app.state.database.has_transactions():
        pytest.skip("this server is no part of a replica set, so it has no transactions")
    relation = next(relations())
    body = await rows.body(relation.factory)
    target = await rows.create(relation.target_factory, 1)
    mocker.patch.object(Repository, "hold", side_effect=ZeroDivisionError)

    before = (await client.get(relation.factory.path)).json()["total"]

    answer = await client.post(
        relation.factory.path, json={**body, relation.name: relation.value(target["id"])}
    )

    assert answer.status_code == 500
    assert (await client.get(relation.factory.path)).json()["total"] == before
