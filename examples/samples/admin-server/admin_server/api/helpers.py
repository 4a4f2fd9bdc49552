# -*- coding: utf-8 -*-
"""What routes have in common: answers, and the values of paths."""

import json
import re

from bson import ObjectId
from flask import Response, g

from admin_server.utils.cache import cache

OBJECT_ID = re.compile(r"[0-9a-f]{24}")


def to_json(payload_obj):
    """Writes JSON.

    :type payload_obj: dict
    :rtype: str
    """
    return json.dumps(payload_obj, ensure_ascii=False, separators=(",", ":"))


def make_response_json(payload_obj, status_code=200):
    """Answers with JSON.

    :param payload_obj: what to answer
    :type payload_obj: dict
    :param status_code: the status of the answer
    :type status_code: int
    :return: the answer
    :rtype: flask.Response
    """
    return Response(to_json(payload_obj), status=status_code, mimetype="application/json")


def make_cached_response(model, key, make_payload):
    """Answers a read from the cache, or from the database.

    :param model: what is read
    :type model: type
    :param key: what of it is read
    :type key: str
    :param make_payload: reads it from the database
    :type make_payload: collections.abc.Callable
    :rtype: flask.Response
    """
    if model._is_private:
        key = "{}:{!r}:{}".format(g.user_role, g.user_id, key)
    text = cache.get_or_make(model._collection, key, lambda: to_json(make_payload()))
    return Response(text, mimetype="application/json")


def make_pagination(page, limit, total_count):
    """Says where a page lies among all of them.

    :param page: the number of the page, from one
    :type page: int
    :param limit: how many documents a page has at most
    :type limit: int
    :param total_count: how many documents all pages have
    :type total_count: int
    :rtype: dict
    """
    total_pages = -(-total_count // limit)
    return {
        "page": page,
        "limit": limit,
        "total_count": total_count,
        "total_pages": total_pages,
        "has_next": page < total_pages,
        "has_prev": page > 1,
    }


def to_object_id(text):
    """Reads an id of a path.

    :param text: 24 hexadecimal digits in lower case, as the API writes them
    :type text: str
    :return: the id, or nothing where the text is none
    :rtype: bson.ObjectId | None
    """
    return ObjectId(text) if OBJECT_ID.fullmatch(text) else None
