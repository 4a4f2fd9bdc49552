"""What schemas say about a body that is wrong."""

from typing import Annotated

import pytest
from pydantic import PlainValidator

from app.core import wire
from app.core.problems import FieldError, Problem
from app.schemas.base import Schema, or_default, validate

Whole = wire.integer(minimum=1)


class Box(Schema):
    """Something with a size."""

    size: Annotated[int, PlainValidator(Whole.load)]
    count: Annotated[int, PlainValidator(or_default(Whole.load, 7))] = 7


def test_body_is_what_it_says() -> None:
    assert dict(validate(Box, {"size": 1.0, "count": 2})) == {"size": 1, "count": 2}


@pytest.mark.parametrize("body", [{"size": 1}, {"size": 1, "count": None}])
def test_default_stands_for_null_and_for_nothing(body: object) -> None:
    assert validate(Box, body).count == 7


def test_default_is_a_copy() -> None:
    default: list[int] = []

    assert or_default(list, default)(None) is not default


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ([], [FieldError("", "must be an object")]),
        (None, [FieldError("", "must be an object")]),
        ({}, [FieldError("/size", "is required")]),
        ({"size": None}, [FieldError("/size", "must be an integer")]),
        (
            {"size": 0, "a/b": 1},
            [
                FieldError("/size", "must be at least 1"),
                FieldError("/a~1b", "is not a known property"),
            ],
        ),
    ],
)
def test_everything_that_is_wrong_is_named(body: object, errors: list[FieldError]) -> None:
    with pytest.raises(Problem) as caught:
        validate(Box, body)

    assert caught.value.status == 422
    assert caught.value.errors == errors
