"""What Marshmallow finds wrong becomes pointers into the body."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from marshmallow import ValidationError

from app.core.problems import FieldError
from app.core.wire import WireError
from app.schemas.base import BodySchema, Input, Output, ReadSchema, field_errors


def read_even(value: int) -> int:
    if value % 2:
        raise ValueError("must be even")
    return value


def read_broken(_value: object) -> object:
    raise WireError([FieldError("/0", "is wrong"), FieldError("/1", "is wrong too")])


class Body(BodySchema):
    number = Input(read_even, required=True)
    plain = Input(read_even, load_default=4, data_key="pl/ain")
    nullable = Input(read_even, load_default=0, null=8)
    parts = Input(read_broken)


class Answered(ReadSchema):
    number = Output(str)
    renamed = Output(str, data_key="other", attribute="second")
    absent = Output(str)


def test_what_is_left_out_has_its_default() -> None:
    assert Body().load({"number": 2}) == {"number": 2, "plain": 4, "nullable": 0}


def test_null_stands_for_what_it_is_said_to() -> None:
    assert Body().load({"number": 2, "nullable": None})["nullable"] == 8


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, [("/number", "is required")]),
        ({"number": None}, [("/number", "must not be null")]),
        ({"number": 1}, [("/number", "must be even")]),
        ({"number": 2, "pl/ain": 3}, [("/pl~1ain", "must be even")]),
        ({"number": 2, "more": 3}, [("/more", "is not a known property")]),
        (
            {"number": 2, "parts": []},
            [("/parts/0", "is wrong"), ("/parts/1", "is wrong too")],
        ),
    ],
)
def test_errors_have_pointers(body: dict[str, object], expected: list[tuple[str, str]]) -> None:
    with pytest.raises(ValidationError) as caught:
        Body().load(body)

    errors = [(error.pointer, error.detail) for error in field_errors(caught.value)]
    assert errors == expected


def test_rows_are_shown_as_declared() -> None:
    row = SimpleNamespace(number=1, second=2, absent=None)

    shown = {"number": "1", "other": "2", "absent": None}
    assert Answered().dump(row) == shown
    assert Answered().dump([row, row], many=True) == [shown, shown]
    assert Answered().represent(row) == b'{"number":"1","other":"2","absent":null}'
