"""Answers to whatever goes wrong: problem documents (RFC 9457)."""

import logging

from fastapi import FastAPI, Request, Response
from pymongo.errors import PyMongoError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import Match
from starlette.status import (
    HTTP_204_NO_CONTENT,
    HTTP_404_NOT_FOUND,
    HTTP_405_METHOD_NOT_ALLOWED,
    HTTP_500_INTERNAL_SERVER_ERROR,
)

from app.core import problems
from app.core.database_errors import problem_of
from app.core.problems import Problem

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")

logger = logging.getLogger(__name__)


def add_error_handlers(app: FastAPI) -> None:
    """Makes every error that a request meets a problem document."""
    for kind in (Problem, HTTPException, PyMongoError, OSError, ClientDisconnect):
        app.add_exception_handler(kind, answer_error)


async def answer_error(request: Request, error: Exception) -> Response:
    """Answers one error."""
    if isinstance(error, HTTPException) and error.status_code == HTTP_405_METHOD_NOT_ALLOWED:
        return _answer_other_method(request)
    return problem_response(problem_for(error), error)


def problem_response(problem: Problem, error: Exception | None = None) -> Response:
    """A problem as a response; what is our own fault is logged with its cause."""
    if problem.status >= HTTP_500_INTERNAL_SERVER_ERROR:
        logger.error(problem.detail, exc_info=error)
    return Response(problem.body(), problem.status, problem.headers, problems.MEDIA_TYPE)


def problem_for(error: Exception) -> Problem:
    """What an error means to a client."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, HTTPException) and error.status_code == HTTP_404_NOT_FOUND:
        return problems.not_found()
    if isinstance(error, HTTPException):
        return Problem(error.status_code, error.detail)
    if isinstance(error, ClientDisconnect):
        return problems.malformed()
    return problem_of(error) or problems.internal()


def _answer_other_method(request: Request) -> Response:
    """Says what a path allows: Starlette's own answer knows one of its routes only."""
    allowed = [
        method
        for method in METHODS
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL
            for route in request.app.routes
        )
    ]
    if "GET" in allowed:
        allowed.insert(0, "HEAD")
    allowed.append("OPTIONS")
    if request.method == "OPTIONS":
        return Response(status_code=HTTP_204_NO_CONTENT, headers={"Allow": ", ".join(allowed)})
    return problem_response(problems.method_not_allowed(request.method, allowed))
