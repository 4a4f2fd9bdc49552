"""The types of the wire: what a JSON value may be, and what it is in Python.

Schemas, list queries and paths all read their values here, so that each rule exists once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import Any, Generic, TypeVar

from bson import Int64, ObjectId

from app.core.problems import FieldError

T = TypeVar("T")

INT32_MAXIMUM = 2_147_483_647
# JSON numbers up to this one are exact for every client.
MAX_SAFE_INTEGER = 2**53 - 1
BIG_INTEGER_DIGITS = 18


class WireError(ValueError):
    """Some parts of a value are wrong; pointers are relative to the value."""

    def __init__(self, errors: list[FieldError]) -> None:
        super().__init__(errors[0].detail)
        self.errors = errors


def errors_of(error: ValueError, pointer: str = "") -> list[FieldError]:
    """What an error of this module says, about the value at a pointer."""
    if isinstance(error, WireError):
        return [FieldError(pointer + part.pointer, part.detail) for part in error.errors]
    return [FieldError(pointer, str(error))]


def identity(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class WireType(Generic[T]):
    """How one type is read and written. Each reader raises ValueError with what is wrong."""

    load: Callable[[Any], T]
    """Reads a JSON value."""
    dump: Callable[[T], Any]
    """Makes a JSON value."""
    read: Callable[[str], T]
    """Reads a text of a path or a query."""
    patch: Callable[[Any], T]
    """Reads a JSON value of a merge patch, in which objects get no defaults."""


def _type(
    load: Callable[[Any], T],
    dump: Callable[[T], Any] = identity,
    read: Callable[[str], T] | None = None,
) -> WireType[T]:
    return WireType(load, dump, read or load, load)


def _check_string(value: Any) -> None:
    if type(value) is not str:
        raise ValueError("must be a string")


def _check_bounds(value: Any, minimum: Any, maximum: Any) -> None:
    if minimum is not None and value < minimum:
        raise ValueError(f"must be at least {minimum}")
    if maximum is not None and value > maximum:
        raise ValueError(f"must be at most {maximum}")


def text(*, max_length: int, min_length: int = 0, pattern: str | None = None) -> WireType[str]:
    """A text; lengths are counted in code points, a pattern matches the whole of it."""
    matches = re.compile(pattern).fullmatch if pattern is not None else None

    def load(value: Any) -> str:
        if type(value) is not str:
            raise ValueError("must be a string")
        if len(value) < min_length:
            raise ValueError(f"must have at least {min_length} characters")
        if len(value) > max_length:
            raise ValueError(f"must have at most {max_length} characters")
        if matches is not None and matches(value) is None:
            raise ValueError(f"must match the pattern {pattern}")
        return value

    return _type(load)


_INTEGER = re.compile(r"-?[0-9]{1,18}\Z")


def integer(*, minimum: int = -INT32_MAXIMUM - 1, maximum: int = INT32_MAXIMUM) -> WireType[int]:
    """A whole number of 32 bits; 1.0 is one too."""

    def load(value: Any) -> int:
        if type(value) is float and value.is_integer():
            value = int(value)
        if type(value) is not int:
            raise ValueError("must be an integer")
        _check_bounds(value, minimum, maximum)
        return value

    def read(value: str) -> int:
        return load(int(value) if _INTEGER.match(value) else value)

    return _type(load, read=read)


# Precise enough for every column, and loud where a digit would be lost.
_EXACT = Context(prec=100, traps=[Inexact, InvalidOperation])
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.([0-9]+))?\Z")


def _read_decimal(value: Any, precision: int, scale: int) -> Decimal:
    if type(value) is str:
        match = _DECIMAL.match(value)
        if match is None or (value[0] == "-" and not value.strip("-0.")):
            raise ValueError("must be a decimal number, as a string")
        if match[1] is not None and len(match[1]) > scale:
            raise ValueError(f"must have at most {scale} digits after the point")
        if len(value) > precision + len("-0."):
            raise ValueError(f"must have at most {precision} digits")
        return Decimal(value)
    if type(value) is int or type(value) is Decimal:
        exact = Decimal(value)
    elif type(value) is float:
        exact = Decimal(repr(value))
    else:
        raise ValueError("must be a decimal number, as a string")
    if abs(exact) > MAX_SAFE_INTEGER:
        raise ValueError("must be a string, because JSON numbers of this size are not exact")
    return exact


def decimal(
    *,
    precision: int,
    scale: int,
    minimum: str | None = None,
    maximum: str | None = None,
) -> WireType[Decimal]:
    """A decimal number, a string on the wire so that no digit is lost.

    JSON numbers are taken too where they are exact.
    """
    unit = Decimal(1).scaleb(-scale)
    limit = Decimal(1).scaleb(precision - scale)
    least = None if minimum is None else Decimal(minimum)
    most = None if maximum is None else Decimal(maximum)

    def load(value: Any) -> Decimal:
        try:
            quantized = _read_decimal(value, precision, scale).quantize(unit, context=_EXACT)
        except (Inexact, InvalidOperation):
            raise ValueError(f"must have at most {scale} digits after the point") from None
        if not -limit < quantized < limit:
            raise ValueError(f"must have at most {precision} digits")
        _check_bounds(quantized, least, most)
        return quantized if quantized else abs(quantized)

    def dump(value: Decimal) -> str:
        return format(value, "f")

    return _type(load, dump)


def big_integer(*, minimum: str | None = None, maximum: str | None = None) -> WireType[int]:
    """A whole number of up to 18 digits, a string on the wire."""
    exact = decimal(precision=BIG_INTEGER_DIGITS, scale=0, minimum=minimum, maximum=maximum)

    def load(value: Any) -> int:
        return Int64(int(exact.load(value)))

    return _type(load, str)


_BOOLEANS = {"true": True, "false": False}


def boolean() -> WireType[bool]:
    def load(value: Any) -> bool:
        if type(value) is not bool:
            raise ValueError("must be true or false")
        return value

    def read(value: str) -> bool:
        return load(_BOOLEANS.get(value))

    return _type(load, read=read)


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def _read_date(value: Any) -> dt.date:
    _check_string(value)
    try:
        if _DATE.match(value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError("must be a date such as 2024-02-29")


def date(*, minimum: str | None = None, maximum: str | None = None) -> WireType[str]:
    """A day. BSON has no type for it, so it is kept as this text, which sorts as days do."""

    def load(value: Any) -> str:
        day = _read_date(value).isoformat()
        _check_bounds(day, minimum, maximum)
        return day

    return _type(load)


def instant_text(value: dt.datetime) -> str:
    """An instant in UTC, with milliseconds."""
    utc = value.astimezone(dt.timezone.utc)
    return utc.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


_INSTANT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])"
    r"(?:\.([0-9]+))?(Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])\Z",
    re.IGNORECASE | re.ASCII,
)


def _read_instant(value: Any) -> dt.datetime:
    _check_string(value)
    match = _INSTANT.match(value)
    if match is None:
        raise ValueError("must be a date and time with an offset, such as 2024-02-29T08:30:00Z")
    moment, fraction, offset = match.groups()
    milliseconds = (fraction or "")[:3].ljust(3, "0")
    zone = "+00:00" if offset in "Zz" else offset
    try:
        local = dt.datetime.fromisoformat(f"{moment.upper()}.{milliseconds}{zone}")
    except ValueError:
        raise ValueError(
            "must be a date and time with an offset, such as 2024-02-29T08:30:00Z"
        ) from None
    try:
        return local.astimezone(dt.timezone.utc)
    except OverflowError:
        raise ValueError("must lie in the years 1 to 9999 in UTC") from None


def date_time(*, minimum: str | None = None, maximum: str | None = None) -> WireType[dt.datetime]:
    """An instant with an offset, kept in UTC with milliseconds."""
    least = None if minimum is None else _read_instant(minimum)
    most = None if maximum is None else _read_instant(maximum)

    def load(value: Any) -> dt.datetime:
        instant = _read_instant(value)
        _check_bounds(instant, least, most)
        return instant

    return _type(load, instant_text)


_OBJECT_ID = re.compile(r"[0-9a-f]{24}\Z")


def object_id() -> WireType[ObjectId]:
    """An id that MongoDB's drivers make, in lower case."""

    def load(value: Any) -> ObjectId:
        _check_string(value)
        if _OBJECT_ID.match(value) is None:
            raise ValueError("must be 24 hexadecimal digits in lower case")
        return ObjectId(value)

    return _type(load, str)


_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
# Third and fourth characters -- mark an encoded label, of which xn-- is the only kind.
_LABEL = r"(?:(?=xn--)|(?!..--))[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_EMAIL = re.compile(
    rf"{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+{_LABEL}\Z",
    re.IGNORECASE | re.ASCII,
)
MAX_LOCAL_PART = 64


def email(*, max_length: int, min_length: int = 0, pattern: str | None = None) -> WireType[str]:
    plain = text(max_length=max_length, min_length=min_length, pattern=pattern)

    def load(value: Any) -> str:
        address = plain.load(value)
        if _EMAIL.match(address) is None or address.index("@") > MAX_LOCAL_PART:
            raise ValueError("must be an email address")
        return address

    return _type(load)


_PART = r"[\w.~!$&'()*+,;=:@/-]|%[0-9a-f]{2}"
_URI = re.compile(
    r"[a-z][a-z0-9+.-]*://"
    r"(?:(?:[\w.~!$&'()*+,;=:-]|%[0-9a-f]{2})*@)?"
    r"(?:\[[0-9a-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[0-9a-f]{2})+)(?::[0-9]*)?"
    rf"(?:/(?:{_PART})*)?(?:\?(?:{_PART}|\?)*)?(?:#(?:{_PART}|\?)*)?\Z",
    re.IGNORECASE | re.ASCII,
)


def uri(*, max_length: int, min_length: int = 0, pattern: str | None = None) -> WireType[str]:
    """An address with a scheme and a host."""
    plain = text(max_length=max_length, min_length=min_length, pattern=pattern)

    def load(value: Any) -> str:
        address = plain.load(value)
        if _URI.match(address) is None:
            raise ValueError("must be an address such as https://example.com/path")
        return address

    return _type(load)


def one_of(*values: str) -> WireType[str]:
    known = frozenset(values)

    def load(value: Any) -> str:
        if type(value) is not str or value not in known:
            raise ValueError(f"must be one of {', '.join(values)}")
        return value

    return _type(load)


def _load_items(items: WireType[T], value: Any) -> list[T]:
    if type(value) is not list:
        raise ValueError("must be an array")
    loaded: list[T] = []
    errors: list[FieldError] = []
    for index, item in enumerate(value):
        try:
            loaded.append(items.load(item))
        except ValueError as error:
            errors.extend(errors_of(error, f"/{index}"))
    if errors:
        raise WireError(errors)
    return loaded


def id_set(ids: WireType[T]) -> WireType[list[T]]:
    """References without order, none of them twice."""

    def load(value: Any) -> list[T]:
        loaded: list[Any] = _load_items(ids, value)
        if len(set(loaded)) < len(loaded):
            raise ValueError("must not name the same item twice")
        return sorted(loaded)

    def dump(value: list[T]) -> list[Any]:
        return [ids.dump(item) for item in value]

    return _type(load, dump)
