# -*- coding: utf-8 -*-
"""What a body may hold."""

import pytest

from admin_server.utils.json import JsonError, holds_large_integers, read_json


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
    ("value", "is_large"),
    [
        (2**63 - 1, False),
        (2**63, True),
        ({"a": [-(2**63) - 1]}, True),
        ({"a": [True, "x", 1.5, None]}, False),
    ],
)
def test_integers_have_64_bits(value, is_large):
    assert holds_large_integers(value) is is_large
