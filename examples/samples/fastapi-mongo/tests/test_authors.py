"""The API of authors."""

import asyncio
import json

import pytest
from httpx import AsyncClient

from app.fields.author import LIST
from tests.factories.factory import Rows, factory_of

PATH = "/api/v1/authors"
FACTORY = factory_of("author")
ABSENT = "ffffffffffffffffffffffff"


async def test_post_creates_a_row_and_answers_with_it(client: AsyncClient, rows: Rows) -> None:
    body = await rows.body(FACTORY)

    answer = await client.post(PATH, json=body)

    row = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"{PATH}/{row['id']}"
    assert answer.headers["ETag"].startswith('"')
    assert body.items() <= row.items()


async def test_post_refuses_what_it_does_not_know(client: AsyncClient, rows: Rows) -> None:
    body = await rows.body(FACTORY)

    answer = await client.post(PATH, json={**body, "unknown": True})

    assert answer.status_code == 422
    error = {"pointer": "/unknown", "detail": "is not a known property"}
    assert answer.json()["errors"] == [error]


async def test_post_names_what_is_missing(client: AsyncClient, rows: Rows) -> None:
    name = "name"
    body = await rows.body(FACTORY)
    del body[name]

    answer = await client.post(PATH, json=body)

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"pointer": f"/{name}", "detail": "is required"}]


async def test_list_answers_pages_and_the_total(client: AsyncClient, rows: Rows) -> None:
    first = await rows.create(FACTORY, 0)
    second = await rows.create(FACTORY, 1)

    whole = (await client.get(PATH)).json()
    last = (await client.get(PATH, params={"limit": 1, "page": 2})).json()
    beyond = (await client.get(PATH, params={"page": 2})).json()

    assert [whole["page"], whole["limit"], whole["total"]] == [1, 20, 2]
    assert first in whole["items"]
    assert second in whole["items"]
    assert last == {"items": whole["items"][1:], "page": 2, "limit": 1, "total": 2}
    assert beyond == {"items": [], "page": 2, "limit": 20, "total": 2}


@pytest.mark.parametrize("name", LIST.sortable)
async def test_list_sorts_both_ways(client: AsyncClient, rows: Rows, name: str) -> None:
    await rows.create(FACTORY, 0)
    await rows.create(FACTORY, 1)

    up = await client.get(PATH, params={"sort": f"{name},id"})
    down = await client.get(PATH, params={"sort": f"-{name},-id"})

    assert up.status_code == 200
    assert up.json()["items"] == down.json()["items"][::-1]


async def test_list_searches_literally_whatever_the_case(client: AsyncClient, rows: Rows) -> None:
    row = await rows.create(FACTORY)
    words = row["name"]

    found = await client.get(PATH, params={"q": words.upper()})
    nothing = await client.get(PATH, params={"q": "%_\\"})

    assert found.json()["items"] == [row]
    assert nothing.json()["items"] == []


@pytest.mark.parametrize("name", LIST.filters)
async def test_list_filters(client: AsyncClient, rows: Rows, name: str) -> None:
    row = await rows.create(FACTORY)
    value = row[name]
    if value is None:
        pytest.skip("the example has none")
    wanted = value if isinstance(value, str) else json.dumps(value)
    operators = ["", "[in]", *(["[gte]", "[lte]"] if LIST.filters[name].comparable else [])]

    for operator in operators:
        found = await client.get(PATH, params={f"{name}{operator}": wanted})
        assert row in found.json()["items"]


@pytest.mark.parametrize(
    "query", ["unknown=1", "page=0", "limit=101", "sort=unknown", "page=1&page=2", "page=%ff"]
)
async def test_list_refuses_what_it_does_not_know(client: AsyncClient, query: str) -> None:
    answer = await client.get(f"{PATH}?{query}")

    assert answer.status_code == 422


async def test_get_answers_what_was_created(client: AsyncClient, rows: Rows) -> None:
    row = await rows.create(FACTORY)

    answer = await client.get(f"{PATH}/{row['id']}")

    assert answer.status_code == 200
    assert answer.json() == row


@pytest.mark.parametrize("row_id", [ABSENT, "malformed"])
async def test_get_of_nothing_answers_404(client: AsyncClient, row_id: object) -> None:
    answer = await client.get(f"{PATH}/{row_id}")

    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


async def test_put_replaces_a_row(client: AsyncClient, rows: Rows) -> None:
    row = await rows.create(FACTORY, 0)
    body = await rows.body(FACTORY, 1)

    answer = await client.put(f"{PATH}/{row['id']}", json=body)

    assert answer.status_code == 200
    assert {**body, "id": row["id"]}.items() <= answer.json().items()


async def test_put_does_not_overwrite_what_has_changed(client: AsyncClient, rows: Rows) -> None:
    path = f"{PATH}/{(await rows.create(FACTORY))['id']}"
    body = await rows.body(FACTORY, 1)
    tag = (await client.get(path)).headers["ETag"]

    current = await client.put(path, json=body, headers={"If-Match": tag})
    stale = await client.put(path, json=body, headers={"If-Match": '"stale"'})

    assert current.status_code == 200
    assert stale.status_code == 412


async def test_one_of_two_changes_at_once_is_refused(client: AsyncClient, rows: Rows) -> None:
    path = f"{PATH}/{(await rows.create(FACTORY))['id']}"
    body = await rows.body(FACTORY, 1)
    headers = {"If-Match": (await client.get(path)).headers["ETag"]}

    answers = await asyncio.gather(
        client.put(path, json=body, headers=headers),
        client.put(path, json=body, headers=headers),
    )

    assert sorted(answer.status_code for answer in answers) == [200, 412]


async def test_put_makes_no_row(client: AsyncClient, rows: Rows) -> None:
    answer = await client.put(f"{PATH}/{ABSENT}", json=await rows.body(FACTORY))

    assert answer.status_code == 404


async def test_patch_changes_what_it_names_only(client: AsyncClient, rows: Rows) -> None:
    row = await rows.create(FACTORY, 0)
    name = "name"
    changes = {name: FACTORY.bodies[1].get(name, row[name])}

    answer = await client.patch(
        f"{PATH}/{row['id']}",
        json=changes,
        headers={"Content-Type": "application/merge-patch+json"},
    )

    assert answer.status_code == 200
    assert answer.json() == {**row, **changes, "updated_at": answer.json()["updated_at"]}


@pytest.mark.parametrize(
    "name",
    [
        "bornOn",
        "website",
    ],
)
async def test_patch_with_null_is_leaving_out(client: AsyncClient, rows: Rows, name: str) -> None:
    row = await rows.create(FACTORY, 0)
    body = await rows.body(FACTORY, 1)
    body.pop(name, None)
    without = await client.post(PATH, json=body)

    answer = await client.patch(f"{PATH}/{row['id']}", json={name: None})

    assert answer.status_code == 200
    assert answer.json()[name] == without.json()[name]


async def test_delete_removes_a_row(client: AsyncClient, rows: Rows) -> None:
    path = f"{PATH}/{(await rows.create(FACTORY))['id']}"

    answers = [await client.delete(path), await client.get(path), await client.delete(path)]

    assert [answer.status_code for answer in answers] == [204, 404, 404]


async def test_other_methods_are_told_what_is_allowed(client: AsyncClient) -> None:
    refused = await client.delete(PATH)
    asked = await client.options(PATH)

    assert refused.status_code == 405
    assert refused.headers["Allow"] == "HEAD, GET, POST, OPTIONS"
    assert asked.status_code == 204
    assert asked.headers["Allow"] == "HEAD, GET, POST, OPTIONS"
