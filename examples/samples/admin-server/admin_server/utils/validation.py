# -*- coding: utf-8 -*-
"""Checks JSON against schemas (draft 2020-12), formats included."""

import datetime
import re

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match
from jsonschema.validators import extend

from admin_server.utils.instants import parse_instant

MAX_EMAIL_LENGTH = 254
MAX_LOCAL_PART_LENGTH = 64
MAX_URI_LENGTH = 2048

ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
# Third and fourth characters -- mark an encoded label, of which xn-- is the only kind.
LABEL = r"(?:(?=xn--)|(?!..--))[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
EMAIL = re.compile(
    r"{atom}(?:\.{atom})*@(?:{label}\.)+{label}".format(atom=ATOM, label=LABEL),
    re.IGNORECASE | re.ASCII,
)
URI_PART = r"[\w.~!$&'()*+,;=:@/-]|%[0-9a-f]{2}"
URI = re.compile(
    r"[a-z][a-z0-9+.-]*://"
    r"(?:(?:[\w.~!$&'()*+,;=:-]|%[0-9a-f]{2})*@)?"
    r"(?:\[[0-9a-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[0-9a-f]{2})+)(?::[0-9]*)?"
    r"(?:/(?:" + URI_PART + r")*)?(?:\?(?:" + URI_PART + r"|\?)*)?(?:#(?:" + URI_PART + r"|\?)*)?",
    re.IGNORECASE | re.ASCII,
)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

formats = FormatChecker(formats=())


@formats.checks("email")
def is_email(value):
    """Whether a text is an email address.

    :type value: object
    :rtype: bool
    """
    if not isinstance(value, str):
        return True
    fits = len(value) <= MAX_EMAIL_LENGTH and value.find("@") <= MAX_LOCAL_PART_LENGTH
    return fits and EMAIL.fullmatch(value) is not None


@formats.checks("uri")
def is_uri(value):
    """Whether a text is an address with a scheme and a host.

    :type value: object
    :rtype: bool
    """
    if not isinstance(value, str):
        return True
    return len(value) <= MAX_URI_LENGTH and URI.fullmatch(value) is not None


@formats.checks("date", raises=ValueError)
def is_date(value):
    """Whether a text is a day of the calendar.

    :type value: object
    :rtype: bool
    :raises ValueError: if there is no such day
    """
    if not isinstance(value, str):
        return True
    return DATE.fullmatch(value) is not None and bool(datetime.date.fromisoformat(value))


@formats.checks("date-time", raises=ValueError)
def is_date_time(value):
    """Whether a text is a date and time with an offset.

    :type value: object
    :rtype: bool
    :raises ValueError: if there is no such moment
    """
    return not isinstance(value, str) or bool(parse_instant(value))


def check_pattern(_validator, pattern, instance, _schema):
    """The keyword ``pattern``; each describes a text from its beginning to its very end.

    :rtype: collections.abc.Iterator
    """
    if isinstance(instance, str) and re.fullmatch(pattern, instance) is None:
        yield ValidationError("does not match the pattern")


def check_instant_minimum(_validator, minimum, instance, _schema):
    """The keyword ``formatMinimum``: the earliest moment.

    :rtype: collections.abc.Iterator
    """
    if is_before(instance, minimum):
        yield ValidationError("is too early")


def check_instant_maximum(_validator, maximum, instance, _schema):
    """The keyword ``formatMaximum``: the latest moment.

    :rtype: collections.abc.Iterator
    """
    if is_before(maximum, instance):
        yield ValidationError("is too late")


def is_before(first, second):
    """Whether two texts are moments, and one is before the other.

    :type first: object
    :type second: object
    :rtype: bool
    """
    try:
        return parse_instant(first) < parse_instant(second)
    except (TypeError, ValueError):
        return False


Validator = extend(
    Draft202012Validator,
    {
        "pattern": check_pattern,
        "formatMinimum": check_instant_minimum,
        "formatMaximum": check_instant_maximum,
    },
)

# What is said of a value, by the keyword that it breaks. The value itself is not repeated: it
# may be long, and it may be a secret.
MESSAGES = {
    "required": "lacks the property {0}",
    "additionalProperties": "has a property that is not known",
    "type": "must be of the type {1}",
    "enum": "must be one of {1}",
    "pattern": "does not match the pattern {1}",
    "format": "is not a valid {1}",
    "minLength": "must have at least {1} characters",
    "maxLength": "must have at most {1} characters",
    "minimum": "must be at least {1}",
    "maximum": "must be at most {1}",
    "minItems": "must have at least {1} items",
    "maxItems": "must have at most {1} items",
    "uniqueItems": "must not hold the same item twice",
    "formatMinimum": "must not be before {1}",
    "formatMaximum": "must not be after {1}",
}


def make_validator(schema):
    """Makes what checks values against a schema.

    :type schema: dict
    :rtype: jsonschema.protocols.Validator
    """
    return Validator(schema, format_checker=formats)


def first_problem(validator, value):
    """Says what is wrong with a value, if anything is.

    :type validator: jsonschema.protocols.Validator
    :param value: a JSON value
    :type value: object
    :return: a sentence, or nothing where the value is right
    :rtype: str | None
    """
    error = best_match(validator.iter_errors(value))
    if error is None:
        return None
    place = ".".join(str(step) for step in error.absolute_path) or "The body"
    expected = error.validator_value
    if isinstance(expected, list):
        expected = ", ".join(str(item) for item in expected)
    missing = next(iter(missing_properties(error)), "")
    message = MESSAGES.get(error.validator, "is not valid")
    return "{} {}.".format(place, message.format(missing, expected))


def missing_properties(error):
    """The required properties that a value lacks.

    :type error: jsonschema.exceptions.ValidationError
    :rtype: list
    """
    if error.validator != "required":
        return []
    return [name for name in error.validator_value if name not in error.instance]


def fill_defaults(schema, value):
    """Adds what a value leaves out and its schema has a default for.

    :param schema: the schema of the value
    :type schema: dict
    :param value: a valid value; it is changed
    :type value: object
    :return: the value
    :rtype: object
    """
    if isinstance(value, dict):
        for name, member in schema.get("properties", {}).items():
            if value.get(name) is None and "default" in member:
                value[name] = member["default"]
            elif name in value:
                fill_defaults(member, value[name])
    elif isinstance(value, list):
        for item in value:
            fill_defaults(schema.get("items", {}), item)
    return value
