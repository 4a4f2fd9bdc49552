"""Queries of collections."""

import pytest

from app.core import wire
from app.core.list_query import MAX_SEARCH_LENGTH, Filter, ListDefinition, parse_list_query
from app.core.problems import Problem

DEFINITION = ListDefinition(
    sortable=("id", "name"),
    searchable=("name", "note"),
    filters={
        "name": Filter(wire.integer(maximum=9), comparable=True),
        "count": Filter(wire.integer()),
    },
)


def test_the_first_page_in_a_total_order() -> None:
    query = parse_list_query(b"", DEFINITION)

    assert (query.page, query.limit, query.offset) == (1, 20, 0)
    assert query.where == []
    assert query.order_by == [("_id", 1)]


def test_pages() -> None:
    query = parse_list_query(b"page=3&limit=5", DEFINITION)

    assert (query.page, query.limit, query.offset) == (3, 5, 10)


def test_order_is_made_total() -> None:
    assert parse_list_query(b"sort=-name", DEFINITION).order_by == [("name", -1), ("_id", 1)]
    assert parse_list_query(b"sort=-id,name", DEFINITION).order_by == [("_id", -1), ("name", 1)]


def test_search_is_literal() -> None:
    (condition,) = parse_list_query(b"q=(a%2B)%2B$.*", DEFINITION).where

    pattern = {"$regex": r"\(a\+\)\+\$\.\*", "$options": "i"}
    assert condition == {"$or": [{"name": pattern}, {"note": pattern}]}


def test_filters() -> None:
    query = parse_list_query(b"name=1&count[in]=2&count%5Bin%5D=3&name[gte]=4", DEFINITION)

    assert query.where == [
        {"name": {"$eq": 1}},
        {"count": {"$in": [2, 3]}},
        {"name": {"$gte": 4}},
    ]


@pytest.mark.parametrize(
    "query_string",
    [
        "unknown=1",
        "__proto__=1",
        "=1",
        "page=0",
        "page=1000001",
        "page=1e3",
        "page=",
        "page=%D9%A1",
        "limit=101",
        "limit=1&limit=2",
        "sort=unknown",
        "sort=",
        "sort=id,",
        "sort=--id",
        "sort=$natural",
        "sort=_id",
        "q=a&q=b",
        "q=%ff",
        "q=%00",
        "q=%zz",
        "q=\x00",
        f"q={'a' * (MAX_SEARCH_LENGTH + 1)}",
        "q[$ne]=a",
        "name=10",
        "name[like]=1",
        "name[$ne]=1",
        "name[$gt]=",
        "name[ne]=1",
        "name[regex]=1",
        "name[]=1",
        "name[in][in]=1",
        "name.x=1",
        "_id=1",
        "$where=1",
        'name={"$gt":""}',
        "count=x",
        "count[gt]=1",
    ],
)
def test_what_is_refused(query_string: str) -> None:
    with pytest.raises(Problem) as caught:
        parse_list_query(query_string.encode(), DEFINITION)
    assert caught.value.status == 422
    assert caught.value.errors


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Problem) as caught:
        parse_list_query(b"q=\xff", DEFINITION)
    assert caught.value.status == 422


def test_nothing_is_searched_where_nothing_is_searchable() -> None:
    definition = ListDefinition(sortable=("id",), searchable=(), filters={})

    with pytest.raises(Problem):
        parse_list_query(b"q=a", definition)
