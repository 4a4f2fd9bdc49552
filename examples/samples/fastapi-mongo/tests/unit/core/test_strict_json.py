"""JSON without loss."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest
from bson import ObjectId

from app.core.problems import Problem
from app.core.strict_json import decode, dumps, loads, pointer_step, text_problem

MEBIBYTE = 1024 * 1024


def problem_of(body: bytes) -> Problem:
    with pytest.raises(Problem) as caught:
        loads(body)
    return caught.value


def pointers_of(body: bytes) -> list[str]:
    problem = problem_of(body)
    assert problem.status == 422
    return [error.pointer for error in problem.errors or []]


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "-1.5",
        "1e+22",
        "123456789012345678901234567890",
        "0.1234567890123456789012345",
        '{"a":[true,null,"\u00e9"]}',
        '{"__proto__":1}',
    ],
)
def test_values_survive(text: str) -> None:
    value = loads(text.encode())

    assert loads(dumps(value)) == value
    assert decode(dumps(value)) == value


def test_numbers_keep_their_digits() -> None:
    text = b"[9007199254740993,12345678901234567890,0.10000000000000000001,1e-400]"

    assert dumps(loads(text)) == (
        b"[9007199254740993,12345678901234567890,0.10000000000000000001,1E-400]"
    )


def test_numbers_that_a_double_holds_are_floats() -> None:
    value = loads(b"[1.0, 1.10, 1e2]")

    assert value == [1.0, 1.1, 100.0]
    assert all(type(item) is float for item in value)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"a":1,}',
        b"NaN",
        b"[Infinity]",
        b"{'a':1}",
        b'"\xff"',
        b'"a\nb"',
        b"[" * 100_000,
        b"[" * MEBIBYTE,
        b'"' + b'\\"' * (MEBIBYTE // 2),
    ],
)
def test_malformed(body: bytes) -> None:
    assert problem_of(body).status == 400


def test_text_that_cannot_be_stored() -> None:
    assert pointers_of(b'{"a":{"b/c":["x","y\\u0000"]}}') == ["/a/b~1c/1"]
    assert pointers_of(b'{"a":"\\ud800"}') == ["/a"]
    assert pointers_of(b'{"a":{"b\\u0000":1}}') == ["/a"]


def test_surrogate_pairs_are_characters() -> None:
    assert loads(b'"\\ud83d\\ude00"') == "\U0001f600"


@pytest.mark.parametrize(
    "number", ["1e999", "-1e400", "1" * 400, "1" * 250 + "e99", "1e" + "9" * 30]
)
def test_numbers_beyond_a_double(number: str) -> None:
    assert pointers_of(b'{"a":[%s]}' % number.encode()) == ["/a/0"]


def test_depth() -> None:
    assert loads(b"[" * 64 + b"]" * 64)
    assert pointers_of(b"[" * 65 + b"]" * 65) == [""]
    assert pointers_of(b'{"a":"[","b":%s}' % (b"[" * 5000 + b"]" * 5000)) == ["/b"]


def test_many_brackets_are_not_deep() -> None:
    assert len(loads(b"[%s[]]" % (b"[]," * 100))) == 101


def test_identifiers_are_written_as_text() -> None:
    value = UUID("00000000-0000-4000-8000-000000000001")

    assert dumps({"id": value}) == b'{"id":"00000000-0000-4000-8000-000000000001"}'
    assert dumps(ObjectId("0" * 24)) == b'"000000000000000000000000"'


def test_subclasses_of_identifiers_are_written_as_text() -> None:
    class DriverUuid(UUID):
        pass

    value = DriverUuid("00000000-0000-4000-8000-000000000001")

    assert dumps(value) == b'"00000000-0000-4000-8000-000000000001"'


def test_decimals_are_written_as_numbers() -> None:
    assert dumps(Decimal("1.50")) == b"1.50"


def test_what_is_no_json_is_not_written() -> None:
    with pytest.raises(TypeError):
        dumps(object())


def test_pointer_step() -> None:
    assert pointer_step("a~/b") == "/a~0~1b"
    assert pointer_step(3) == "/3"


def test_text_problem() -> None:
    assert text_problem("plain") is None
    assert text_problem("\u00e9\U0001f600") is None
    assert text_problem("\0") == "must not contain the character NUL"
    assert text_problem("\u00e9\0") == "must not contain the character NUL"
    assert text_problem("\ud800") == "must not contain an unpaired surrogate"
