# -*- coding: utf-8 -*-
"""Values against schemas."""

import pytest

from admin_server.utils.validation import fill_defaults, first_problem, make_validator


def problem(schema, value):
    """What is wrong with a value."""
    return first_problem(make_validator(schema), value)


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        (
            "email",
            ["ada@example.com", "a.b+c@x-y.test"],
            ["ada", "a@b", "a..b@c.de", "x" * 65 + "@c.de", "a@ab--c.de"],
        ),
        (
            "uri",
            ["https://example.com/a?b=%20#c", "urn+x://host"],
            ["example.com", "https://a b", "http://x/" + "y" * 2048],
        ),
        (
            "date",
            ["2024-02-29", "0001-01-01"],
            ["2023-02-29", "2024-2-9", "0000-01-01", "2024-02-29\n"],
        ),
        (
            "date-time",
            ["2024-02-29T08:30:00Z", "2024-02-29t08:30:00.123+01:00"],
            ["2024-02-29T08:30:00", "2023-02-29T08:30:00Z", "0001-01-01T00:00:00+01:00"],
        ),
    ],
)
def test_formats(name, right, wrong):
    schema = {"format": name}

    assert [value for value in right if problem(schema, value)] == []
    assert [value for value in wrong if not problem(schema, value)] == []
    assert problem(schema, 1) is None


def test_a_pattern_ends_where_the_text_ends():
    schema = {"pattern": "^[A-Z]+$"}

    assert problem(schema, "ABC") is None
    assert problem(schema, "ABC\n")
    assert problem(schema, 1) is None


def test_moments_have_bounds():
    schema = {"formatMinimum": "2024-01-01T00:00:00Z", "formatMaximum": "2024-12-31T00:00:00Z"}

    assert problem(schema, "2024-06-01T00:00:00+02:00") is None
    assert "before" in problem(schema, "2023-12-31T23:59:59Z")
    assert "after" in problem(schema, "2025-01-01T00:00:00Z")
    assert problem(schema, None) is None


@pytest.mark.parametrize(
    ("schema", "value", "message"),
    [
        ({"required": ["a", "b"]}, {"a": 1}, "The body lacks the property b."),
        (
            {"properties": {"a": {"type": ["string", "null"]}}},
            {"a": 1},
            "a must be of the type string, null.",
        ),
        (
            {"properties": {"a": {"items": {"enum": ["x"]}}}},
            {"a": ["x", "y"]},
            "a.1 must be one of x.",
        ),
        ({"not": {}}, 1, "The body is not valid."),
    ],
)
def test_says_what_is_wrong(schema, value, message):
    assert problem(schema, value) == message


def test_fills_in_defaults_however_deep():
    schema = {
        "properties": {
            "a": {"default": 1},
            "b": {"default": 2},
            "c": {"items": {"properties": {"d": {"default": []}}}},
        }
    }

    filled = fill_defaults(schema, {"a": None, "c": [{}, {"d": [1]}]})

    assert filled == {"a": 1, "b": 2, "c": [{"d": []}, {"d": [1]}]}
