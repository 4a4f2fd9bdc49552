"""What a request for a collection asks for: page, order, search and filters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes

from pymongo import ASCENDING, DESCENDING

from app.core import wire
from app.core.problems import FieldError, invalid, invalid_parameter
from app.core.strict_json import text_problem

DEFAULT_LIMIT = 20
# MongoDB takes patterns up to 32,764 bytes.
MAX_SEARCH_LENGTH = 4096

_PAGE = wire.integer(minimum=1, maximum=1_000_000)
_LIMIT = wire.integer(minimum=1, maximum=100)
_PARAMETER = re.compile(r"([^\[\]]+)(?:\[([a-z]+)\])?\Z")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_COMPARISONS = frozenset({"gt", "gte", "lt", "lte"})


@dataclass(frozen=True, slots=True)
class Filter:
    """A property that a list can be filtered by."""

    type: wire.WireType[Any]
    comparable: bool = False
    """Takes `[gt]`, `[gte]`, `[lt]` and `[lte]` too."""


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """What a collection can be asked for; `sortable` names `id`."""

    sortable: Sequence[str]
    searchable: Sequence[str]
    filters: Mapping[str, Filter]


@dataclass(frozen=True, slots=True)
class ListQuery:
    """A page of rows in a total order."""

    page: int
    limit: int
    where: list[dict[str, Any]]
    order_by: list[tuple[str, int]]

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.limit


def _decode(text: str) -> str:
    plain = text.replace("+", " ")
    if "%" not in plain:
        return plain
    if _BAD_ESCAPE.search(plain):
        raise ValueError("not percent encoding")
    return unquote_to_bytes(plain).decode()


def _parameters_of(query_string: bytes) -> dict[str, list[str]]:
    """The values of each parameter; refuses what cannot be decoded and repetitions."""
    parameters: dict[str, list[str]] = {}
    for part in query_string.decode().split("&"):
        if part == "":
            continue
        name, _, value = part.partition("=")
        values = parameters.setdefault(_decode(name), [])
        values.append(_decode(value))
    for name, values in parameters.items():
        for text in (name, *values):
            detail = text_problem(text)
            if detail:
                raise invalid([FieldError("", f"the query {detail}")])
        if len(values) > 1 and not name.endswith("[in]"):
            raise invalid_parameter(name, "must be given once")
    return parameters


def _read(name: str, type_: wire.WireType[Any], text: str) -> Any:
    try:
        return type_.read(text)
    except ValueError as error:
        raise invalid_parameter(name, str(error)) from error


def _read_sort(value: str, sortable: Sequence[str]) -> list[tuple[str, int]]:
    order: list[tuple[str, int]] = []
    names = value.split(",")
    for name in names:
        key = name.removeprefix("-")
        if key not in sortable:
            raise invalid_parameter("sort", f"must name some of {', '.join(sortable)}")
        direction = DESCENDING if name.startswith("-") else ASCENDING
        order.append(("_id" if key == "id" else key, direction))
    if not {"id", "-id"}.intersection(names):
        order.append(("_id", ASCENDING))
    return order


def _search(text: str, searchable: Sequence[str]) -> dict[str, Any]:
    """A literal substring, whatever the case."""
    if len(text) > MAX_SEARCH_LENGTH:
        raise invalid_parameter("q", f"must have at most {MAX_SEARCH_LENGTH} characters")
    literal = re.escape(text)
    return {"$or": [{name: {"$regex": literal, "$options": "i"}} for name in searchable]}


def _read_filter(parameter: str, texts: list[str], filters: Mapping[str, Filter]) -> dict[str, Any]:
    match = _PARAMETER.match(parameter)
    name, operator = match.groups() if match else ("", None)
    filter_ = filters.get(name)
    is_comparison = operator in _COMPARISONS and filter_ is not None and filter_.comparable
    if filter_ is None or not (operator in {None, "in"} or is_comparison):
        raise invalid_parameter(parameter, "is not known here")
    wanted = [_read(parameter, filter_.type, text) for text in texts]
    if operator == "in":
        return {name: {"$in": wanted}}
    return {name: {f"${operator or 'eq'}": wanted[0]}}


def parse_list_query(query_string: bytes, definition: ListDefinition) -> ListQuery:
    """Reads the query string of a request; raises a problem 422."""
    try:
        parameters = _parameters_of(query_string)
    except ValueError as error:
        raise invalid([FieldError("", "the query is not UTF-8 in percent encoding")]) from error
    page, limit, order_by = 1, DEFAULT_LIMIT, [("_id", ASCENDING)]
    where: list[dict[str, Any]] = []
    for name, texts in parameters.items():
        if name == "page":
            page = _read(name, _PAGE, texts[0])
        elif name == "limit":
            limit = _read(name, _LIMIT, texts[0])
        elif name == "sort":
            order_by = _read_sort(texts[0], definition.sortable)
        elif name == "q" and definition.searchable:
            where.append(_search(texts[0], definition.searchable))
        else:
            where.append(_read_filter(name, texts, definition.filters))
    return ListQuery(page, limit, where, order_by)
