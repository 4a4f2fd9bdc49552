# -*- coding: utf-8 -*-
"""Reads JSON, and refuses what the database could not give back as it came."""

import json
import math
import re
from decimal import Decimal

MAX_DEPTH = 64
INT64_MIN = -(2**63)
INT64_MAX = 2**63 - 1
INT64_DIGITS = 19

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class JsonError(ValueError):
    """A text is no JSON, or holds something that cannot be stored."""


def read_integer(text):
    """Reads a whole number. What 64 bits cannot hold is kept as a double where that is the same.

    :type text: str
    :rtype: int | float
    :raises JsonError: if it would lose digits
    """
    if len(text) < INT64_DIGITS or INT64_MIN <= int(text) <= INT64_MAX:
        return int(text)
    number = float(text)
    if not math.isfinite(number) or Decimal(repr(number)) != Decimal(text):
        raise JsonError("An integer has more digits than can be kept.")
    return number


def refuse_constant(name):
    """Refuses NaN and Infinity, which Python would read.

    :type name: str
    :raises JsonError: always
    """
    raise JsonError("{} is no JSON.".format(name))


def read_json(body):
    """Reads the body of a request.

    :type body: bytes
    :return: what the body says
    :rtype: object
    :raises JsonError: if it is no JSON, or holds what cannot be stored
    """
    try:
        value = json.loads(body.decode(), parse_int=read_integer, parse_constant=refuse_constant)
    except JsonError:
        raise
    except RecursionError as error:
        raise JsonError("The body is nested too deep.") from error
    except ValueError as error:
        raise JsonError("The body is not valid JSON.") from error
    check_value(value, 0)
    return value


def check_value(value, depth):
    """Looks for what MongoDB cannot hold, or would take for something else.

    :param value: a JSON value
    :type value: object
    :param depth: how many arrays and objects it lies in
    :type depth: int
    :raises JsonError: if there is any
    """
    if depth > MAX_DEPTH:
        raise JsonError("The body is nested deeper than {} levels.".format(MAX_DEPTH))
    if isinstance(value, dict):
        for key, member in value.items():
            check_key(key)
            check_value(member, depth + 1)
    elif isinstance(value, list):
        for item in value:
            check_value(item, depth + 1)
    elif isinstance(value, str):
        check_text(value)
    elif isinstance(value, float) and not math.isfinite(value):
        raise JsonError("A number is too large.")


def check_key(key):
    """Refuses names of properties that the database has a meaning for.

    :type key: str
    :raises JsonError: if this is one
    """
    check_text(key)
    if key.startswith("$") or "." in key:
        raise JsonError("The name of a property must not start with $ or hold a dot.")


def check_text(text):
    """Refuses characters that cannot be stored.

    :type text: str
    :raises JsonError: if there is one
    """
    if "\0" in text:
        raise JsonError("A text must not hold the character NUL.")
    if LONE_SURROGATE.search(text):
        raise JsonError("A text must not hold half of a surrogate pair.")
