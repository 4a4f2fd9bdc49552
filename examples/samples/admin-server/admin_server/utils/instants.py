# -*- coding: utf-8 -*-
"""Moments: RFC 3339 on the wire, UTC with milliseconds in the database."""

import re

import arrow

INSTANT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])"
    r"(?:\.([0-9]+))?(Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])",
    re.IGNORECASE | re.ASCII,
)


def parse_instant(text):
    """Reads a moment.

    :param text: a date and time with an offset (RFC 3339)
    :type text: str
    :return: the moment in UTC, cut to milliseconds
    :rtype: datetime.datetime
    :raises ValueError: if it is none
    """
    match = INSTANT.fullmatch(text)
    if match is None:
        raise ValueError("no date and time with an offset: {}".format(text))
    day, time, fraction, offset = match.groups()
    milliseconds = (fraction or "")[:3].ljust(3, "0")
    moment = "{}T{}.{}{}".format(day, time, milliseconds, offset.upper())
    try:
        return arrow.get(moment, "YYYY-MM-DDTHH:mm:ss.SSSZZ").to("utc").datetime
    except OverflowError as error:
        raise ValueError("not in the years 1 to 9999: {}".format(text)) from error


def format_instant(moment):
    """Writes a moment.

    :type moment: datetime.datetime
    :rtype: str
    """
    return arrow.get(moment).to("utc").format("YYYY-MM-DDTHH:mm:ss.SSS[Z]")


def now():
    """The present moment, as exact as the database keeps it.

    :rtype: datetime.datetime
    """
    moment = arrow.utcnow()
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000).datetime
