# -*- coding: utf-8 -*-
"""What a list can be asked for."""

import re

from admin_server.api.errors import APIError
from admin_server.utils.json import JsonError, check_text
from admin_server.utils.validation import first_problem, make_validator

DEFAULT_LIMIT = 20
MAX_LIMIT = 100
MAX_PAGE = 1_000_000
MAX_SEARCH_LENGTH = 200

WHOLE_NUMBER = re.compile(r"[0-9]{1,7}")


class ListQuery:
    """A page of documents, and which ones it is a page of.

    :param page: the number of the page, from one
    :type page: int
    :param limit: how many documents a page has at most
    :type limit: int
    :param search: a part of any of the texts of a document
    :type search: str | None
    :param status: the status of a document
    :type status: str | None
    """

    def __init__(self, page=1, limit=DEFAULT_LIMIT, search=None, status=None):
        self.page = page
        self.limit = limit
        self.search = search
        self.status = status

    @classmethod
    def read(cls, arguments, model):
        """Reads the query of a request.

        :type arguments: werkzeug.datastructures.MultiDict
        :param model: what is listed
        :type model: type
        :rtype: ListQuery
        :raises APIError.BadRequestError: if there is anything else in it, or anything malformed
        """
        known = {"page", "limit"}
        if model._searched:
            known.add("search")
        if model._has_status:
            known.add("status")
        for name, values in arguments.lists():
            if name not in known:
                raise APIError.BadRequestError(
                    "A list takes {}, and nothing else.".format(", ".join(sorted(known)))
                )
            if len(values) > 1:
                raise APIError.BadRequestError("{} is there twice.".format(name))
        return cls(
            page=read_number(arguments, "page", 1, MAX_PAGE),
            limit=read_number(arguments, "limit", DEFAULT_LIMIT, MAX_LIMIT),
            search=read_search(arguments.get("search")),
            status=read_status(arguments.get("status"), model),
        )

    def conditions(self, model):
        """The filters of this query.

        :param model: what is listed
        :type model: type
        :rtype: list
        """
        conditions = []
        if self.status is not None:
            conditions.append({"status": self.status})
        if self.search is not None:
            # The text is looked for as it is: nothing in it is an operator.
            literal = {"$regex": re.escape(self.search), "$options": "i"}
            conditions.append({"$or": [{name: literal} for name in model._searched]})
        return conditions

    def key(self):
        """A name for this query, the same for the same query.

        :rtype: str
        """
        return "{}:{}:{!r}:{!r}".format(self.page, self.limit, self.search, self.status)


def read_number(arguments, name, default, maximum):
    """Reads a whole number of a query.

    :type arguments: werkzeug.datastructures.MultiDict
    :type name: str
    :type default: int
    :type maximum: int
    :rtype: int
    :raises APIError.BadRequestError: if it is none, or out of bounds
    """
    text = arguments.get(name)
    if text is None:
        return default
    number = int(text) if WHOLE_NUMBER.fullmatch(text) else 0
    if not 1 <= number <= maximum:
        raise APIError.BadRequestError(
            "{} must be a whole number from 1 to {}.".format(name, maximum)
        )
    return number


def read_search(text):
    """Reads what to search for.

    :type text: str | None
    :rtype: str | None
    :raises APIError.BadRequestError: if it is too long, or holds what no text can
    """
    if not text:
        return None
    if len(text) > MAX_SEARCH_LENGTH:
        message = "search must have at most {} characters.".format(MAX_SEARCH_LENGTH)
        raise APIError.BadRequestError(message)
    try:
        check_text(text)
    except JsonError as error:
        raise APIError.BadRequestError(str(error)) from error
    return text


def read_status(text, model):
    """Reads a status.

    :type text: str | None
    :param model: what is listed
    :type model: type
    :rtype: str | None
    :raises APIError.BadRequestError: if no document can have it
    """
    if text is None:
        return None
    problem = first_problem(make_validator(model._json_schema["properties"]["status"]), text)
    if problem:
        raise APIError.BadRequestError("status: {}".format(problem))
    return text
