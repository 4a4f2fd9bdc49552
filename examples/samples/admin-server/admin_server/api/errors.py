# -*- coding: utf-8 -*-
"""The one format that every error is answered in."""

import logging

from flask import request
from pymongo.errors import ConnectionFailure, ExecutionTimeout, PyMongoError
from werkzeug.exceptions import HTTPException

from admin_server.api.helpers import make_response_json

SERVER_ERROR = 500
SERVER_ERROR_MESSAGE = "Something went wrong here. The log says what."

logger = logging.getLogger(__name__)


class APIException(Exception):
    """An answer other than the one that was asked for.

    :param message: what is wrong, for whoever sent the request
    :type message: str
    """

    status_code = SERVER_ERROR
    headers = {}

    def __init__(self, message):
        super().__init__(message)
        self.message = message


class APIError:
    """The errors of the API by name: ``raise APIError.NotFoundError("…")``."""

    class BadRequestError(APIException):
        """Something in the request is malformed."""

        status_code = 400

    class UnauthorizedError(APIException):
        """The caller has no valid token."""

        status_code = 401
        headers = {"WWW-Authenticate": "Bearer"}

    class ForbiddenError(APIException):
        """The caller may not do this."""

        status_code = 403

    class NotFoundError(APIException):
        """There is no such document."""

        status_code = 404

    class ConflictError(APIException):
        """The request contradicts what is stored."""

        status_code = 409

    class UnsupportedMediaTypeError(APIException):
        """The body is of a type that the route does not read."""

        status_code = 415

    class ServerError(APIException):
        """The application itself failed."""

        status_code = SERVER_ERROR

    class UnavailableError(APIException):
        """Something that the application needs is away."""

        status_code = 503


def make_error_response(message, error, status_code, headers=()):
    """Answers an error.

    :param message: what is wrong
    :type message: str
    :param error: the name of the error
    :type error: str
    :param status_code: the status of the answer
    :type status_code: int
    :param headers: headers to add
    :type headers: dict | tuple
    :return: the answer
    :rtype: flask.Response
    """
    payload = {
        "status": "failed",
        "message": message,
        "error": error,
        "status_code": status_code,
    }
    response = make_response_json(payload, status_code)
    response.headers.update(headers)
    return response


def handle_api_exception(exception):
    """Answers what the API raised itself.

    :type exception: APIException
    :rtype: flask.Response
    """
    return make_error_response(
        exception.message,
        type(exception).__name__,
        exception.status_code,
        exception.headers,
    )


def handle_http_exception(exception):
    """Answers what Flask or Werkzeug refused: routes, methods, sizes.

    :type exception: werkzeug.exceptions.HTTPException
    :rtype: flask.Response
    """
    headers = [
        (name, value)
        for name, value in exception.get_headers(request.environ)
        if name not in ("Content-Type", "Content-Length")
    ]
    error = "{}Error".format(exception.name.title().replace(" ", ""))
    return make_error_response(exception.description, error, exception.code, headers)


def handle_database_error(exception):
    """Answers a failure of the database, without a word of the driver's.

    :type exception: pymongo.errors.PyMongoError
    :rtype: flask.Response
    """
    logger.exception("the database failed", exc_info=exception)
    is_away = isinstance(exception, (ConnectionFailure, ExecutionTimeout)) or exception.timeout
    if is_away:
        error = APIError.UnavailableError("The database does not answer. Try again later.")
    else:
        error = APIError.ServerError(SERVER_ERROR_MESSAGE)
    return handle_api_exception(error)


def handle_exception(exception):
    """Answers whatever nobody expected; the log has the details.

    :type exception: Exception
    :rtype: flask.Response
    """
    logger.exception("a request failed", exc_info=exception)
    return handle_api_exception(APIError.ServerError(SERVER_ERROR_MESSAGE))


def register_error_handlers(app):
    """Makes every error of an application answer in the one format.

    :type app: flask.Flask
    """
    app.register_error_handler(APIException, handle_api_exception)
    app.register_error_handler(HTTPException, handle_http_exception)
    app.register_error_handler(PyMongoError, handle_database_error)
    app.register_error_handler(Exception, handle_exception)
