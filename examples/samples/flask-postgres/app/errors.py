"""Every error is answered as a problem document, whatever raised it."""

from __future__ import annotations

import logging

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from app.core import problems
from app.core.database_errors import problem_of

logger = logging.getLogger(__name__)

NOT_FOUND = 404
INTERNAL_SERVER_ERROR = 500


def init_app(app: Flask) -> None:
    app.register_error_handler(Exception, handle_error)


def handle_error(error: Exception) -> Response:
    problem = to_problem(error)
    if problem.status >= INTERNAL_SERVER_ERROR:
        logger.error(problem.detail, exc_info=error)
    return Response(
        problem.body(), problem.status, problem.headers, content_type=problems.MEDIA_TYPE
    )


def to_problem(error: Exception) -> problems.Problem:
    """The answer to an error."""
    if isinstance(error, problems.Problem):
        return error
    if isinstance(error, HTTPException):
        return _problem_of_http(error)
    return problem_of(error) or problems.internal()


def _problem_of_http(error: HTTPException) -> problems.Problem:
    if isinstance(error, MethodNotAllowed):
        return problems.method_not_allowed(request.method, sorted(error.valid_methods or ()))
    if error.code == NOT_FOUND:
        return problems.not_found()
    return problems.Problem(error.code or INTERNAL_SERVER_ERROR, "The request could not be read.")
