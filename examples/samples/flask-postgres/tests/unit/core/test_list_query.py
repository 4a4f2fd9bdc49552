"""Queries of collections."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import ColumnElement, Integer, String
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from app.core import wire
from app.core.list_query import Filter, ListDefinition, parse_list_query
from app.core.problems import Problem


class Base(DeclarativeBase):
    """Tables of this test alone."""


class Row(Base):
    """A row to look for."""

    __tablename__ = "rows"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(String(5))
    count: Mapped[int] = mapped_column(Integer)


DEFINITION = ListDefinition(
    sortable={"id": Row.id, "name": Row.name},
    searchable=(Row.name,),
    filters={
        "name": Filter(Row.name, wire.integer(maximum=9), comparable=True),
        "count": Filter(Row.count, wire.integer()),
    },
)


def sql(*expressions: ColumnElement[Any]) -> list[str]:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    return [
        str(expression.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        for expression in expressions
    ]


def test_the_first_page_in_a_total_order() -> None:
    query = parse_list_query(b"", DEFINITION)

    assert (query.page, query.limit, query.offset) == (1, 20, 0)
    assert query.where == []
    assert sql(*query.order_by) == ["rows.id ASC"]


def test_pages() -> None:
    query = parse_list_query(b"page=3&limit=5", DEFINITION)

    assert (query.page, query.limit, query.offset) == (3, 5, 10)


def test_order_is_made_total() -> None:
    assert sql(*parse_list_query(b"sort=-name", DEFINITION).order_by) == [
        "rows.name DESC",
        "rows.id ASC",
    ]
    assert sql(*parse_list_query(b"sort=-id,name", DEFINITION).order_by) == [
        "rows.id DESC",
        "rows.name ASC",
    ]


def test_search_is_literal() -> None:
    query = parse_list_query(b"q=50%25_+x%5C", DEFINITION)

    (condition,) = query.where
    assert next(iter(condition.compile().params.values())) == "%50\\%\\_ x\\\\%"


def test_filters() -> None:
    query = parse_list_query(b"name=1&count[in]=2&count%5Bin%5D=3&name[gte]=4", DEFINITION)

    assert sql(*query.where) == ["rows.name = 1", "rows.count IN (2, 3)", "rows.name >= 4"]


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
        "q=a&q=b",
        "q=%ff",
        "q=%00",
        "q=%zz",
        "q=\x00",
        "name=10",
        "name[like]=1",
        "name[]=1",
        "name[in][in]=1",
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
    definition = ListDefinition(sortable={"id": Row.id}, searchable=(), filters={})

    with pytest.raises(Problem):
        parse_list_query(b"q=a", definition)
