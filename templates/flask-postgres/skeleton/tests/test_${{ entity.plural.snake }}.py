{% macro absent(id) -%}
{% if id == 'integer' %}2_147_483_647{% else %}"ffffffff-ffff-4fff-8fff-ffffffffffff"{% endif %}
{%- endmacro %}
{% macro imported(module, name) -%}
{% if (module | length) + (name | length) > 80 %}from ${{ module }} import (
    ${{ name }},
)
{%- else %}from ${{ module }} import ${{ name }}
{%- endif %}
{%- endmacro %}
{% set required = '' %}
{% set uniqueField = '' %}
{% set optional = [] %}
{% for field in entity.fields %}
{% if field.required and not field.hasDefault and required == '' %}
{% set required = field.name %}
{% endif %}
{% if field.unique and uniqueField == '' %}
{% set uniqueField = field.name %}
{% endif %}
{% if not field.required %}
{% set optional = optional.concat([field.name]) %}
{% endif %}
{% endfor %}
{% set hasLinks = false %}
{% set hasReferences = false %}
{% set changeable = [] %}
{% set references = [] %}
{% for relation in entity.relations %}
{% if not relation.self or not relation.required %}
{% set changeable = changeable.concat([relation]) %}
{% if relation.kind == 'manyToMany' %}
{% set hasLinks = true %}
{% else %}
{% set hasReferences = true %}
{% endif %}
{% endif %}
{% if relation.kind != 'manyToMany' and not relation.self %}
{% set references = references.concat([relation]) %}
{% endif %}
{% endfor %}
{% set usesFactories = changeable.length or references.length %}
{% set helpers = ['Api'] %}
{% if entity.searchable.length %}
{% set helpers = helpers.concat(['in_capitals']) %}
{% endif %}
{% set filters = [] %}
{% for field in entity.fields %}
{% if field.filterable and (entity.examples[0][field.name] is defined or field.hasDefault) %}
{% set filters = filters.concat([field.name]) %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.required and relation.kind != 'manyToMany' %}
{% set filters = filters.concat([relation.wireName]) %}
{% endif %}
{% endfor %}
{% if filters.length %}
{% set helpers = helpers.concat(['text_of']) %}
{% endif %}
{% set lines = [
  imported('app.fields', entity.snake + ' as fields'),
  imported('tests.factories.' + entity.snake, 'FACTORY'),
  'from tests.factories.factory import Rows, factory_of' if usesFactories else 'from tests.factories.factory import Rows',
  'from tests.support.api import ' + (helpers | join(', '))
] %}
"""The API of ${{ entity.plural.title | lower }}."""

from __future__ import annotations

{% if helpers.length > 1 %}
from urllib.parse import quote

{% endif %}
import pytest

${{ lines | sort(false, true) | join('\n') }}

PATH = FACTORY.path
ABSENT = ${{ absent(entity.id) }}


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
{% if required %}


def test_create_names_the_missing_property(api: Api, rows: Rows) -> None:
    body = rows.body(FACTORY)
    del body["${{ required }}"]

    answer = api.post(PATH, body)

    assert answer.status == 422
    assert answer.body["errors"] == [
        {
            "pointer": "/${{ required }}",
            "detail": "is required",
        },
    ]
{% endif %}
{% if uniqueField %}


def test_create_refuses_a_value_that_another_row_has(api: Api, rows: Rows) -> None:
    name = "${{ uniqueField }}"
    row = rows.create(FACTORY, 0)
    body = {**rows.body(FACTORY, 1), name: row[name]}

    answer = api.post(PATH, body)

    assert answer.status == 409
    assert answer.body["errors"] == [
        {"pointer": f"/{name}", "detail": "must be unique"},
    ]
{% endif %}
{% if entity.relations.length %}


@pytest.mark.parametrize(
    ("name", "reference"),
    [
{% for relation in entity.relations %}
{% set nothing = absent(relation.target.id) %}
        (
            "${{ relation.wireName }}",
            ${{ '[' + nothing + ']' if relation.kind == 'manyToMany' else nothing }},
        ),
{% endfor %}
    ],
)
def test_create_refuses_a_reference_to_nothing(
    api: Api,
    rows: Rows,
    name: str,
    reference: object,
) -> None:
    body = {**rows.body(FACTORY), name: reference}

    answer = api.post(PATH, body)

    assert answer.status == 409
    assert answer.body["errors"] == [
        {"pointer": f"/{name}", "detail": "must refer to an existing row"},
    ]
{% endif %}


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
{% if entity.searchable.length %}


def test_list_searches_literally_whatever_the_case(api: Api, rows: Rows) -> None:
    row = rows.create(FACTORY)
    text = in_capitals(row["${{ entity.searchable[0].name }}"])

    assert api.get(f"{PATH}?q={quote(text)}").body["items"] == [row]
    assert api.get(f"{PATH}?q=%25_%5C").body["items"] == []
{% endif %}
{% if filters.length %}


@pytest.mark.parametrize(
    "name",
    [
{% for name in filters %}
        "${{ name }}",
{% endfor %}
    ],
)
def test_list_filters(api: Api, rows: Rows, name: str) -> None:
    row = rows.create(FACTORY)
    value = quote(text_of(row[name]), safe="")
    comparisons = ["[gte]", "[lte]"] if fields.LIST.filters[name].comparable else []

    for operator in ["", "[in]", *comparisons]:
        found = api.get(f"{PATH}?{name}{operator}={value}")
        assert row in found.body["items"]
{% endif %}


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
{% if entity.fields.length %}
    name = "${{ entity.fields[0].name }}"
    changes = {name: rows.body(FACTORY, 1)[name]}
{% else %}
    changes: dict[str, object] = {}
{% endif %}

    answer = api.patch(
        f"{PATH}/{row['id']}",
        changes,
        {"Content-Type": "application/merge-patch+json"},
    )

    assert answer.status == 200
{% if entity.timestamps %}
    expected = {**row, **changes, "updated_at": answer.body["updated_at"]}
    assert answer.body == expected
{% else %}
    assert answer.body == {**row, **changes}
{% endif %}
{% if optional.length %}


@pytest.mark.parametrize(
    "name",
    [
{% for name in optional %}
        "${{ name }}",
{% endfor %}
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
{% endif %}
{% if changeable.length %}


@pytest.mark.parametrize(
    ("name", "target", "is_list"),
    [
{% for relation in changeable %}
        (
            "${{ relation.wireName }}",
            "${{ relation.target.snake }}",
            ${{ 'True' if relation.kind == 'manyToMany' else 'False' }},
        ),
{% endfor %}
    ],
)
def test_patch_refers_to_another_row(
    api: Api,
    rows: Rows,
    name: str,
    target: str,
    is_list: bool,
) -> None:
    row = rows.create(FACTORY, 0)
    other = rows.create(factory_of(target), 1)
    reference = [other["id"]] if is_list else other["id"]

    answer = api.patch(f"{PATH}/{row['id']}", {name: reference})

    assert answer.status == 200
    assert answer.body[name] == reference
    assert api.get(f"{PATH}/{row['id']}").body == answer.body
{% if hasLinks and hasReferences %}
    if not is_list:
        found = api.get(f"{PATH}?{name}={reference}")
        assert answer.body in found.body["items"]
{% elif hasReferences %}
    assert answer.body in api.get(f"{PATH}?{name}={reference}").body["items"]
{% endif %}
{% endif %}


def test_delete(api: Api, rows: Rows) -> None:
    path = f"{PATH}/{rows.create(FACTORY)['id']}"

    assert api.delete(path, {"If-Match": '"stale"'}).status == 412
    assert api.delete(path).status == 204
    assert api.get(path).status == 404
    assert api.delete(path).status == 404
{% if entity.softDelete and uniqueField %}


def test_delete_sets_unique_values_free(api: Api, rows: Rows) -> None:
    body = rows.body(FACTORY)
    row = rows.create(FACTORY)

    api.delete(f"{PATH}/{row['id']}")

    assert api.post(PATH, body).status == 201
{% endif %}
{% if references.length %}


@pytest.mark.parametrize(
    ("name", "target", "on_delete"),
    [
{% for relation in references %}
        (
            "${{ relation.wireName }}",
            "${{ relation.target.snake }}",
            "${{ relation.onDelete }}",
        ),
{% endfor %}
    ],
)
def test_delete_of_what_a_row_refers_to(
    api: Api,
    rows: Rows,
    name: str,
    target: str,
    on_delete: str,
) -> None:
    path = f"{PATH}/{rows.create(FACTORY, 0)['id']}"
    factory = factory_of(target)
    other = rows.create(factory, 1)
    api.patch(path, {name: other["id"]})

    deletion = api.delete(f"{factory.path}/{other['id']}")
    after = api.get(path)

    assert deletion.status == (409 if on_delete == "restrict" else 204)
    assert after.status == (404 if on_delete == "cascade" else 200)
    if on_delete != "cascade":
        assert after.body[name] == (other["id"] if on_delete == "restrict" else None)
{% endif %}


def test_other_methods_are_answered_with_those_that_are_allowed(api: Api) -> None:
    answer = api.delete(PATH)

    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS, POST"
{% if values.auth == 'jwt' %}


def test_nobody_is_answered_without_a_token(api: Api) -> None:
    answer = api.as_nobody().get(PATH)

    assert answer.status == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
{% endif %}
{% if entity.owned %}


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
def test_the_rows_of_others_do_not_exist(api: Api, rows: Rows, method: str) -> None:
    path = f"{PATH}/{rows.create(FACTORY)['id']}"
    body = rows.body(FACTORY) if method in {"PUT", "PATCH"} else None

    assert api.as_caller("grace").call(method, path, body).status == 404


def test_the_rows_of_others_are_listed_for_an_administrator(api: Api, rows: Rows) -> None:
    row = rows.create(FACTORY)

    assert api.as_caller("grace").get(PATH).body["items"] == []
    assert api.as_caller("grace", "admin").get(PATH).body["items"] == [row]
{% endif %}
