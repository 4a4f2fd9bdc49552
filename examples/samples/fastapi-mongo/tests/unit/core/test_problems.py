"""Problem documents."""

from __future__ import annotations

import json

from app.core import problems
from app.core.problems import FieldError, Problem


def test_body_is_a_problem_document() -> None:
    problem = problems.invalid([FieldError("/name", "is required")])

    assert json.loads(problem.body()) == {
        "type": "about:blank",
        "title": problem.title,
        "status": 422,
        "detail": "The request does not match its description.",
        "errors": [{"pointer": "/name", "detail": "is required"}],
    }


def test_body_has_no_errors_where_there_are_none() -> None:
    assert "errors" not in json.loads(problems.not_found("row").body())


def test_headers_of_an_answer() -> None:
    assert problems.method_not_allowed("PUT", ["GET", "POST"]).headers == {"Allow": "GET, POST"}
    assert problems.unavailable().headers == {"Retry-After": "5"}


def test_statuses() -> None:
    made: list[Problem] = [
        problems.malformed(),
        problems.not_found(),
        problems.conflict("Taken."),
        problems.stale(),
        problems.too_large(10),
        problems.unsupported_media_type(["application/json"]),
        problems.invalid_parameter("page", "must be an integer"),
        problems.internal(),
    ]

    assert [problem.status for problem in made] == [400, 404, 409, 412, 413, 415, 422, 500]
