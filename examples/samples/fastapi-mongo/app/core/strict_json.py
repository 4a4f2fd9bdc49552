"""JSON without loss: what cannot be stored is refused, and no number loses a digit."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Any
from uuid import UUID

import orjson
from bson import ObjectId

from app.core.problems import FieldError, invalid, malformed

MAX_DEPTH = 64
# Integers of this many digits fit 64 bits.
INT64_DIGITS = 18

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# A string that does not end is one token too, so that a scan stays linear.
_BRACKET_OR_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)
# NUL and surrogates come as escapes only; what is out of range has an exponent or very
# many digits.
_SUSPECT = re.compile(r"\\u|\d[eE]\+?\d{3}|\d{200}")


def _parse_int(text: str) -> int | float | Decimal:
    if len(text) <= INT64_DIGITS:
        return int(text)
    return Decimal(text) if isfinite(float(text)) else float(text)


def _parse_float(text: str) -> float | Decimal:
    number = float(text)
    if not isfinite(number) or repr(number) == text:
        return number
    try:
        exact = Decimal(text)
    except InvalidOperation:
        return number
    return number if Decimal(repr(number)) == exact else exact


def _refuse_constant(text: str) -> Any:
    raise ValueError(f"{text} is no JSON")


_DECODER = json.JSONDecoder(
    parse_int=_parse_int, parse_float=_parse_float, parse_constant=_refuse_constant
)


def decode(text: str | bytes) -> Any:
    """Reads JSON; a number that neither 64 bits nor a double hold is a Decimal."""
    return _DECODER.decode(text if isinstance(text, str) else text.decode())


def _encode_other(value: Any) -> Any:
    if isinstance(value, Decimal):
        return orjson.Fragment(str(value))
    if isinstance(value, bytes):
        # The text of a number that neither 64 bits nor a double hold.
        return orjson.Fragment(value)
    if isinstance(value, ObjectId | UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} is no JSON")


def dumps(value: Any) -> bytes:
    return orjson.dumps(value, default=_encode_other)


def pointer_step(step: str | int) -> str:
    """One step of a JSON Pointer (RFC 6901)."""
    return "/" + str(step).replace("~", "~0").replace("/", "~1")


def text_problem(text: str) -> str | None:
    """What makes a text impossible to store, if anything."""
    if text.isascii():
        return "must not contain the character NUL" if "\0" in text else None
    if "\0" in text:
        return "must not contain the character NUL"
    if _LONE_SURROGATE.search(text):
        return "must not contain an unpaired surrogate"
    return None


def _find_too_deep(text: str) -> str | None:
    """Where a text is nested deeper than allowed: the property that holds the place.

    Scans, because a recursion could be too deep itself.
    """
    depth = 0
    member = ""
    found: str | None = None
    for match in _BRACKET_OR_STRING.finditer(text):
        found_text = match[0]
        if found_text[0] == '"':
            if depth == 1:
                member = found_text
        elif found_text in "[{":
            depth += 1
            if depth > MAX_DEPTH and found is None:
                found = pointer_step(json.loads(member)) if member else ""
        else:
            depth -= 1
    if found is not None and depth != 0:
        raise malformed()
    return found


def _collect_errors(value: Any, pointer: str, errors: list[FieldError]) -> None:
    kind = type(value)
    if kind is str:
        detail = text_problem(value)
        if detail:
            errors.append(FieldError(pointer, detail))
    elif kind is dict:
        for key, member in value.items():
            detail = text_problem(key)
            if detail:
                errors.append(FieldError(pointer, f"a property name {detail}"))
            else:
                _collect_errors(member, pointer + pointer_step(key), errors)
    elif kind is list:
        for index, item in enumerate(value):
            _collect_errors(item, f"{pointer}/{index}", errors)
    elif kind is float and not isfinite(value):
        errors.append(FieldError(pointer, "must be a number up to 1e308"))


def loads(body: bytes) -> Any:
    """Reads the body of a request."""
    try:
        text = body.decode()
        if text.count("[") + text.count("{") > MAX_DEPTH:
            pointer = _find_too_deep(text)
            if pointer is not None:
                detail = f"must not be nested deeper than {MAX_DEPTH}"
                raise invalid([FieldError(pointer, detail)])
        value = decode(text)
    except ValueError as error:
        raise malformed() from error
    if _SUSPECT.search(text):
        errors: list[FieldError] = []
        _collect_errors(value, "", errors)
        if errors:
            raise invalid(errors)
    return value
