{% set types = model.fieldTypes %}
{% set usesUuids = 'uuid' in types %}
{% set usesInstants = 'dateTime' in types %}
{% set usesObjectIds = false %}
{% for entity in model.entities %}
{% if entity.id == 'uuid' %}
{% set usesUuids = true %}
{% endif %}
{% if entity.timestamps %}
{% set usesInstants = true %}
{% endif %}
{% if entity.id == 'objectId' %}
{% set usesObjectIds = true %}
{% endif %}
{% endfor %}
{% set isMongo = values.database == 'mongo' %}
{% set usesTexts = 'string' in types or 'text' in types or 'email' in types or 'uri' in types %}
{% set usesDecimals = 'decimal' in types or 'bigInteger' in types %}
{% set usesDates = 'date' in types or 'dateTime' in types %}
{% set usesTimes = usesDates or 'time' in types or usesInstants %}
{% set usesNesting = 'array' in types or 'object' in types %}
{% set usesStrings = usesTexts or usesDates or usesUuids or usesObjectIds or 'time' in types %}
"""The types of the wire: what a JSON value may be, and what it is in Python.

Schemas, list queries and paths all read their values here, so that each rule exists once.
"""

from __future__ import annotations

{% if usesTimes %}
import datetime as dt
{% endif %}
import re
{% if 'object' in types %}
from collections.abc import Callable, Mapping
from copy import deepcopy
{% else %}
from collections.abc import Callable
{% endif %}
from dataclasses import dataclass
{% if usesDecimals %}
from decimal import Context, Decimal, Inexact, InvalidOperation
{% elif 'number' in types or (isMongo and 'json' in types) %}
from decimal import Decimal
{% endif %}
from typing import Any, Generic, TypeVar
{% if usesUuids %}
from uuid import UUID
{% endif %}

{% if isMongo and 'bigInteger' in types and usesObjectIds %}
from bson import Int64, ObjectId

{% elif isMongo and 'bigInteger' in types %}
from bson import Int64

{% elif usesObjectIds %}
from bson import ObjectId

{% endif %}
from app.core.problems import FieldError
{% if 'object' in types or (isMongo and 'json' in types) %}
from app.core.strict_json import pointer_step
{% endif %}

T = TypeVar("T")

INT32_MAXIMUM = 2_147_483_647
{% if 'number' in types %}
LARGEST_NUMBER = 1e308
{% endif %}
{% if usesDecimals %}
# JSON numbers up to this one are exact for every client.
MAX_SAFE_INTEGER = 2**53 - 1
{% endif %}
{% if 'bigInteger' in types %}
BIG_INTEGER_DIGITS = 18
{% endif %}


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
{% if usesStrings %}


def _check_string(value: Any) -> None:
    if type(value) is not str:
        raise ValueError("must be a string")
{% endif %}


def _check_bounds(value: Any, minimum: Any, maximum: Any) -> None:
    if minimum is not None and value < minimum:
        raise ValueError(f"must be at least {minimum}")
    if maximum is not None and value > maximum:
        raise ValueError(f"must be at most {maximum}")
{% if usesTexts %}


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
{% endif %}


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
{% if 'number' in types %}


_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\Z")


def number(*, minimum: float = -LARGEST_NUMBER, maximum: float = LARGEST_NUMBER) -> WireType[float]:
    """A double."""

    def load(value: Any) -> float:
        if type(value) is not float and type(value) is not int and type(value) is not Decimal:
            raise ValueError("must be a number")
        # Adding zero makes zero of minus zero.
        double = float(value) + 0.0
        _check_bounds(double, minimum, maximum)
        return double

    def read(value: str) -> float:
        return load(float(value) if _NUMBER.match(value) else value)

    return _type(load, read=read)
{% endif %}
{% if usesDecimals %}


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
{% endif %}
{% if 'bigInteger' in types %}


def big_integer(*, minimum: str | None = None, maximum: str | None = None) -> WireType[int]:
    """A whole number of up to 18 digits, a string on the wire."""
    exact = decimal(precision=BIG_INTEGER_DIGITS, scale=0, minimum=minimum, maximum=maximum)

    def load(value: Any) -> int:
{% if isMongo %}
        return Int64(int(exact.load(value)))
{% else %}
        return int(exact.load(value))
{% endif %}

    return _type(load, str)
{% endif %}
{% if 'boolean' in types %}


_BOOLEANS = {"true": True, "false": False}


def boolean() -> WireType[bool]:
    def load(value: Any) -> bool:
        if type(value) is not bool:
            raise ValueError("must be true or false")
        return value

    def read(value: str) -> bool:
        return load(_BOOLEANS.get(value))

    return _type(load, read=read)
{% endif %}
{% if 'date' in types %}


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def _read_date(value: Any) -> dt.date:
    _check_string(value)
    try:
        if _DATE.match(value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError("must be a date such as 2024-02-29")


{% if isMongo %}
def date(*, minimum: str | None = None, maximum: str | None = None) -> WireType[str]:
    """A day. BSON has no type for it, so it is kept as this text, which sorts as days do."""

    def load(value: Any) -> str:
        day = _read_date(value).isoformat()
        _check_bounds(day, minimum, maximum)
        return day

    return _type(load)
{% else %}
def date(*, minimum: str | None = None, maximum: str | None = None) -> WireType[dt.date]:
    least = None if minimum is None else dt.date.fromisoformat(minimum)
    most = None if maximum is None else dt.date.fromisoformat(maximum)

    def load(value: Any) -> dt.date:
        day = _read_date(value)
        _check_bounds(day, least, most)
        return day

    return _type(load, dt.date.isoformat)
{% endif %}
{% endif %}
{% if 'time' in types %}


_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?\Z")
_MICROSECONDS_LENGTH = len("00:00:00.000000")


def _read_time(value: Any) -> dt.time:
    _check_string(value)
    if _TIME.match(value) is None:
        raise ValueError("must be a time such as 08:30:00 or 08:30:00.25")
    return dt.time.fromisoformat(value.ljust(_MICROSECONDS_LENGTH, "0") if "." in value else value)


{% if isMongo %}
def _time_text(moment: dt.time) -> str:
    return moment.isoformat().rstrip("0") if moment.microsecond else moment.isoformat()


def time(*, minimum: str | None = None, maximum: str | None = None) -> WireType[str]:
    """A local time of day, to the microsecond.

    BSON has no type for it, so it is kept as this text, which sorts as times do.
    """
    least = None if minimum is None else _time_text(_read_time(minimum))
    most = None if maximum is None else _time_text(_read_time(maximum))

    def load(value: Any) -> str:
        moment = _time_text(_read_time(value))
        _check_bounds(moment, least, most)
        return moment

    return _type(load)
{% else %}
def time(*, minimum: str | None = None, maximum: str | None = None) -> WireType[dt.time]:
    """A local time of day, to the microsecond."""
    least = None if minimum is None else _read_time(minimum)
    most = None if maximum is None else _read_time(maximum)

    def load(value: Any) -> dt.time:
        moment = _read_time(value)
        _check_bounds(moment, least, most)
        return moment

    def dump(value: dt.time) -> str:
        return value.isoformat().rstrip("0") if value.microsecond else value.isoformat()

    return _type(load, dump)
{% endif %}
{% endif %}
{% if usesInstants %}


def instant_text(value: dt.datetime) -> str:
    """An instant in UTC, with milliseconds."""
    utc = value.astimezone(dt.timezone.utc)
    return utc.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
{% endif %}
{% if 'dateTime' in types %}


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
{% endif %}
{% if usesUuids %}


_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")


def uuid() -> WireType[UUID]:
    """A UUID in lower case, so that what comes back is what was sent."""

    def load(value: Any) -> UUID:
        _check_string(value)
        if _UUID.match(value) is None:
            raise ValueError("must be a UUID in lower case")
        return UUID(value)

    return _type(load, str)
{% endif %}
{% if usesObjectIds %}


_OBJECT_ID = re.compile(r"[0-9a-f]{24}\Z")


def object_id() -> WireType[ObjectId]:
    """An id that MongoDB's drivers make, in lower case."""

    def load(value: Any) -> ObjectId:
        _check_string(value)
        if _OBJECT_ID.match(value) is None:
            raise ValueError("must be 24 hexadecimal digits in lower case")
        return ObjectId(value)

    return _type(load, str)
{% endif %}
{% if 'email' in types %}


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
{% endif %}
{% if 'uri' in types %}


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
{% endif %}
{% if 'enum' in types %}


def one_of(*values: str) -> WireType[str]:
    known = frozenset(values)

    def load(value: Any) -> str:
        if type(value) is not str or value not in known:
            raise ValueError(f"must be one of {', '.join(values)}")
        return value

    return _type(load)
{% endif %}
{% if 'json' in types %}


{% if isMongo %}
def _storable(value: Any, pointer: str, errors: list[FieldError]) -> Any:
    kind = type(value)
    if kind is dict:
        for name in value:
            if name.startswith("$") or "." in name:
                detail = f"must not have a property {name}: no name starts with $ or holds a dot"
                errors.append(FieldError(pointer, detail))
        return {
            name: _storable(member, pointer + pointer_step(name), errors)
            for name, member in value.items()
        }
    if kind is list:
        return [_storable(item, f"{pointer}/{index}", errors) for index, item in enumerate(value)]
    # BSON has no number for it: its digits are kept as bytes, which no other value is.
    return str(value).encode() if kind is Decimal else value


def json() -> WireType[Any]:
    """Any JSON value but null, without what MongoDB would take for operators or paths."""

    def load(value: Any) -> Any:
        if value is None:
            raise ValueError("must not be null")
        errors: list[FieldError] = []
        storable = _storable(value, "", errors)
        if errors:
            raise WireError(errors)
        return storable

    return _type(load)
{% else %}
def json() -> WireType[Any]:
    """Any JSON value but null."""

    def load(value: Any) -> Any:
        if value is None:
            raise ValueError("must not be null")
        return value

    return _type(load)
{% endif %}
{% endif %}
{% if usesNesting or model.hasManyToMany %}


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
{% endif %}
{% if model.hasManyToMany %}


def id_set(ids: WireType[T]) -> WireType[list[T]]:
    """References without order, none of them twice."""

    def load(value: Any) -> list[T]:
{% if isMongo %}
        loaded: list[Any] = _load_items(ids, value)
{% else %}
        loaded = _load_items(ids, value)
{% endif %}
        if len(set(loaded)) < len(loaded):
            raise ValueError("must not name the same item twice")
        return ${{ 'sorted(loaded)' if isMongo else 'loaded' }}

    def dump(value: list[T]) -> list[Any]:
        return [ids.dump(item) for item in value]

    return _type(load, dump)
{% endif %}
{% if 'array' in types %}


def array(
    items: WireType[Any], *, min_items: int = 0, max_items: int | None = None
) -> WireType[list[Any]]:
    """An array, kept as JSON."""

    def load(value: Any) -> list[Any]:
        loaded = [items.dump(item) for item in _load_items(items, value)]
        if len(loaded) < min_items:
            raise ValueError(f"must have at least {min_items} items")
        if max_items is not None and len(loaded) > max_items:
            raise ValueError(f"must have at most {max_items} items")
        return loaded

    return _type(load)
{% endif %}
{% if 'object' in types %}


_MISSING: Any = object()


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object."""

    type: WireType[Any]
    required: bool = False
    default: Any = _MISSING
    """What it is where it is left out, as JSON."""

    def load(self, value: Any, *, is_patch: bool) -> Any:
        if value is None and not self.required:
            return None
        read = self.type.patch if is_patch else self.type.load
        return self.type.dump(read(value))


def _load_members(members: Mapping[str, Member], value: Any, *, is_patch: bool) -> dict[str, Any]:
    if type(value) is not dict:
        raise ValueError("must be an object")
    errors = [
        FieldError(pointer_step(name), "is not a known property")
        for name in value
        if name not in members
    ]
    loaded: dict[str, Any] = {}
    for name, member in members.items():
        if name in value:
            try:
                loaded[name] = member.load(value[name], is_patch=is_patch)
            except ValueError as error:
                errors.extend(errors_of(error, pointer_step(name)))
        elif member.default is not _MISSING:
            if not is_patch:
                loaded[name] = deepcopy(member.default)
        elif member.required:
            errors.append(FieldError(pointer_step(name), "is required"))
    if errors:
        raise WireError(errors)
    return loaded


def obj(members: Mapping[str, Member]) -> WireType[dict[str, Any]]:
    """An object of known members, kept as JSON."""

    def load(value: Any) -> dict[str, Any]:
        return _load_members(members, value, is_patch=False)

    def patch(value: Any) -> dict[str, Any]:
        return _load_members(members, value, is_patch=True)

    return WireType(load, identity, load, patch)
{% endif %}
