# -*- coding: utf-8 -*-
"""What a body may hold."""

import pytest

from admin_server.utils.json import JsonError, read_json


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff",
        b"{'a': 1}",
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b'{"a": 1e999}',
        b'{"$gt": ""}',
        b'{"a": {"$where": "1"}}',
        b'{"a": [{"b.c": 1}]}',
        b'{"a": "\\u0000"}',
        b'{"\\u0000": 1}',
        b'{"a": "\\ud800"}',
        b"1" * 5000,
        b"9223372036854775809",
        b"[" * 66 + b"]" * 66,
        b"[" * 100_000,
    ],
)
def test_refuses_what_cannot_be_stored(body):
    with pytest.raises(JsonError):
        read_json(body)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b'{"a": [1, 2.5, "x", null, true]}', {"a": [1, 2.5, "x", None, True]}),
        ('"\N{GRINNING FACE}"'.encode(), "\N{GRINNING FACE}"),
        (b'"\\ud83d\\ude00"', "\N{GRINNING FACE}"),
    ],
)
def test_reads_json(body, value):
    assert read_json(body) == value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("9223372036854775807", 2**63 - 1),
        ("-9223372036854775808", -(2**63)),
        ("28353063895466164000", 28353063895466164000.0),
        ("1" + 100 * "0", 1e100),
    ],
)
def test_large_integers_lose_no_digit(text, number):
    value = read_json(text.encode())

    assert value == number
    assert type(value) is type(number)
