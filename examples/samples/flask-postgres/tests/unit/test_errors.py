"""Every error has an answer, and none says more than it should."""

from __future__ import annotations

import logging

import pytest
from flask import Flask
from werkzeug.exceptions import ImATeapot, NotFound

from app import errors
from app.core.problems import conflict


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (conflict("Another row has this value already."), 409),
        (NotFound(), 404),
        (ImATeapot(), 418),
        (OSError("connection refused"), 503),
        (ValueError("a secret"), 500),
    ],
)
def test_an_error_has_a_problem(error: Exception, status: int) -> None:
    problem = errors.to_problem(error)

    assert problem.status == status
    assert b"secret" not in problem.body()


def test_an_unexpected_error_is_logged_and_not_shown(caplog: pytest.LogCaptureFixture) -> None:
    app = Flask(__name__)
    errors.init_app(app)

    @app.get("/")
    def fail() -> str:
        raise RuntimeError("a secret")

    with caplog.at_level(logging.ERROR):
        response = app.test_client().get("/")

    assert response.status_code == 500
    assert response.content_type == "application/problem+json"
    assert b"secret" not in response.data
    assert "a secret" in caplog.text
