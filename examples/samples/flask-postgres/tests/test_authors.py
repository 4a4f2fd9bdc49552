"""The API of authors."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from app.fields import author as fields
from tests.factories.author import FACTORY
from tests.factories.factory import Rows
from tests.support.api import Api, in_capitals, text_of

PATH = FACTORY.path
ABSENT = "ffffffff-ffff-4fff-8fff-ffffffffffff"


def test_create(api: Api, rows: Rows) -> None:
    body = rows.body(FACTORY)

    answer = api.post(PATH, body)

    assert answer.status == 201
    row = answer.body
    assert answer.headers["Location"] == f"{PATH}/{row['id']}"
    assert answer.headers["ETag"].startswith('"')
    assert row == {**row, **body}


def test_create_refuses_an_unknown_property(api: Api, rows: Rows) -> None:
    body = {**rows.body(FACTORY), "not-known": True}

    answer = api.post(PATH, body)

    assert answer.status == 422
    assert answer.body["errors"] == [
        {"pointer": "/not-known", "detail": "is not a known property"},
    ]


def test_create_names_the_missing_property(api: Api, rows: Rows) -> None:
    body = rows.body(FACTORY)
    del body["name"]

    answer = api.post(PATH, body)

    assert answer.status == 422
    assert answer.body["errors"] == [
        {
            "pointer": "/name",
            "detail": "is required",
        },
    ]


def test_list_answers_a_page_and_the_total(api: Api, rows: Rows) -> None:
    made = [rows.create(FACTORY, 0), rows.create(FACTORY, 1)]

    whole = api.get(PATH).body

    assert (whole["page"], whole["limit"], whole["total"]) == (1, 20, 2)
    assert all(row in whole["items"] for row in made)
    second = api.get(f"{PATH}?limit=1&page=2").body
    assert second == {"items": whole["items"][1:], "page": 2, "limit": 1, "total": 2}
    assert api.get(f"{PATH}?page=2").body["total"] == 2


@pytest.mark.parametrize("name", fields.LIST.sortable)
def test_list_sorts_both_ways(api: Api, rows: Rows, name: str) -> None:
    rows.create(FACTORY, 0)
    rows.create(FACTORY, 1)

    up = api.get(f"{PATH}?sort={name},id")
    down = api.get(f"{PATH}?sort=-{name},-id")

    assert up.status == 200
    assert up.body["items"] == down.body["items"][::-1]


def test_list_searches_literally_whatever_the_case(api: Api, rows: Rows) -> None:
    row = rows.create(FACTORY)
    text = in_capitals(row["name"])

    assert api.get(f"{PATH}?q={quote(text)}").body["items"] == [row]
    assert api.get(f"{PATH}?q=%25_%5C").body["items"] == []


@pytest.mark.parametrize(
    "name",
    [
        "name",
    ],
)
def test_list_filters(api: Api, rows: Rows, name: str) -> None:
    row = rows.create(FACTORY)
    value = quote(text_of(row[name]), safe="")
    comparisons = ["[gte]", "[lte]"] if fields.LIST.filters[name].comparable else []

    for operator in ["", "[in]", *comparisons]:
        found = api.get(f"{PATH}?{name}{operator}={value}")
        assert row in found.body["items"]


@pytest.mark.parametrize(
    "query",
    ["not-known=1", "page=0", "limit=101", "sort=not-known", "page=1&page=2"],
)
def test_list_refuses_a_query(api: Api, query: str) -> None:
    assert api.get(f"{PATH}?{query}").status == 422


def test_get(api: Api, rows: Rows) -> None:
    row = rows.create(FACTORY)

    answer = api.get(f"{PATH}/{row['id']}")

    assert answer.status == 200
    assert answer.body == row


@pytest.mark.parametrize("row_id", [ABSENT, "malformed", "%ff"])
def test_get_of_nothing(api: Api, row_id: str) -> None:
    answer = api.get(f"{PATH}/{row_id}")

    assert answer.status == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_replace(api: Api, rows: Rows) -> None:
    row = rows.create(FACTORY, 0)
    body = rows.body(FACTORY, 1)

    answer = api.put(f"{PATH}/{row['id']}", body)

    assert answer.status == 200
    assert answer.body == {**answer.body, **body, "id": row["id"]}


def test_replace_refuses_to_overwrite_what_has_changed(api: Api, rows: Rows) -> None:
    path = f"{PATH}/{rows.create(FACTORY)['id']}"
    tag = api.get(path).headers["ETag"]
    body = rows.body(FACTORY, 1)

    assert api.put(path, body, {"If-Match": tag}).status == 200
    assert api.put(path, body, {"If-Match": '"stale"'}).status == 412


def test_replace_makes_no_row(api: Api, rows: Rows) -> None:
    assert api.put(f"{PATH}/{ABSENT}", rows.body(FACTORY)).status == 404


def test_patch_changes_what_it_names(api: Api, rows: Rows) -> None:
    row = rows.create(FACTORY, 0)
    name = "name"
    changes = {name: rows.body(FACTORY, 1)[name]}

    answer = api.patch(
        f"{PATH}/{row['id']}",
        changes,
        {"Content-Type": "application/merge-patch+json"},
    )

    assert answer.status == 200
    expected = {**row, **changes, "updated_at": answer.body["updated_at"]}
    assert answer.body == expected


@pytest.mark.parametrize(
    "name",
    [
        "bornOn",
        "website",
    ],
)
def test_patch_with_null_leaves_what_a_new_row_has(api: Api, rows: Rows, name: str) -> None:
    row = rows.create(FACTORY, 0)
    body = rows.body(FACTORY, 1)
    body.pop(name, None)
    other = api.create(PATH, body)

    answer = api.patch(f"{PATH}/{row['id']}", {name: None})

    assert answer.status == 200
    assert answer.body[name] == other[name]


def test_delete(api: Api, rows: Rows) -> None:
    path = f"{PATH}/{rows.create(FACTORY)['id']}"

    assert api.delete(path, {"If-Match": '"stale"'}).status == 412
    assert api.delete(path).status == 204
    assert api.get(path).status == 404
    assert api.delete(path).status == 404


def test_other_methods_are_answered_with_those_that_are_allowed(api: Api) -> None:
    answer = api.delete(PATH)

    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS, POST"
