# -*- coding: utf-8 -*-
"""Blueprints whose routes say what they take."""

from functools import wraps

from flask import Blueprint, current_app, g, request
from werkzeug.exceptions import RequestEntityTooLarge

from admin_server.api.errors import APIError
from admin_server.utils.json import JsonError, read_json
from admin_server.utils.validation import first_problem, make_validator


class AppBlueprint(Blueprint):
    """The routes of one service, and the threads that run beside them.

    :param name: the name of the service
    :type name: str
    :param import_name: the module that the routes are in
    :type import_name: str
    """

    def __init__(self, name, import_name, **options):
        super().__init__(name, import_name, **options)
        self.threads = []

    def GET(self, rule, **options):
        """Registers a function for GET requests.

        :param rule: the path
        :type rule: str
        :return: a decorator
        :rtype: collections.abc.Callable
        """
        return self.route(rule, methods=["GET"], **options)

    def POST(self, rule, **options):
        """Registers a function for POST requests.

        :param rule: the path
        :type rule: str
        :return: a decorator
        :rtype: collections.abc.Callable
        """
        return self.route(rule, methods=["POST"], **options)

    def PUT(self, rule, **options):
        """Registers a function for PUT requests.

        :param rule: the path
        :type rule: str
        :return: a decorator
        :rtype: collections.abc.Callable
        """
        return self.route(rule, methods=["PUT"], **options)

    def DELETE(self, rule, **options):
        """Registers a function for DELETE requests.

        :param rule: the path
        :type rule: str
        :return: a decorator
        :rtype: collections.abc.Callable
        """
        return self.route(rule, methods=["DELETE"], **options)

    def accepts(self, mime_types):
        """Lets only bodies of some types through.

        :param mime_types: the types, such as application/json
        :type mime_types: list
        :return: a decorator
        :rtype: collections.abc.Callable
        :raises APIError.UnsupportedMediaTypeError: from the decorated function
        """

        def decorate(view):
            @wraps(view)
            def accepting(*args, **kwargs):
                if request.mimetype not in mime_types:
                    message = "The body must be of the type {}.".format(" or ".join(mime_types))
                    raise APIError.UnsupportedMediaTypeError(message)
                return view(*args, **kwargs)

            accepting.mime_types = mime_types
            return accepting

        return decorate

    def validate_json(self, schema):
        """Lets only bodies through that a schema allows, and puts them into ``g.payload``.

        :param schema: a JSON Schema, draft 2020-12
        :type schema: dict
        :return: a decorator
        :rtype: collections.abc.Callable
        :raises APIError.BadRequestError: from the decorated function
        :raises werkzeug.exceptions.RequestEntityTooLarge: from the decorated function
        """
        validator = make_validator(schema)

        def decorate(view):
            @wraps(view)
            def validated(*args, **kwargs):
                try:
                    payload = read_json(read_body())
                except JsonError as error:
                    raise APIError.BadRequestError(str(error)) from error
                problem = first_problem(validator, payload)
                if problem:
                    raise APIError.BadRequestError(problem)
                g.payload = payload
                return view(*args, **kwargs)

            validated.json_schema = schema
            return validated

        return decorate


def read_body():
    """The body of the request.

    :rtype: bytes
    :raises werkzeug.exceptions.RequestEntityTooLarge: if it is larger than allowed
    """
    limit = current_app.config["BODY_LIMIT_BYTES"]
    # Werkzeug cuts a body without a length off at its maximum: one byte more tells.
    request.max_content_length = limit + 1
    body = request.get_data(cache=False)
    if len(body) > limit:
        raise RequestEntityTooLarge
    return body
