# -*- coding: utf-8 -*-
"""What is the same for every route."""

import pytest
from pymongo.errors import OperationFailure, ServerSelectionTimeoutError

from admin_server import database
from admin_server.api.blueprint import AppBlueprint
from admin_server.app import create_app
from tests.support.api import Api, expect_error


def test_health(api):
    for path in ("/health/live", "/health/ready"):
        answer = api.get(path)
        assert answer.status_code == 200
        assert answer.json == {"status": "success"}


def test_without_a_database_it_lives_but_is_not_ready(settings):
    settings.setenv("MONGODB_URI", "mongodb://127.0.0.1:9/nothing")
    settings.setenv("DATABASE_TIMEOUT_MS", "200")
    app = create_app()

    answers = [Api(app).get(path) for path in ("/health/live", "/health/ready")]
    database.close(app)

    assert answers[0].status_code == 200
    expect_error(answers[1], 503, "UnavailableError")


def test_metrics_know_routes_and_no_ids(api):
    api.get("/health/live")

    text = api.get("/metrics").text

    assert "flask_http_request_duration_seconds_bucket" in text
    assert 'url_rule="/health/live"' in text
    assert "process_resident_memory_bytes" in text


def test_requests_have_ids(api):
    given = api.call("GET", "/health/live", headers={"X-Request-ID": "abc-123"})
    malformed = api.call("GET", "/health/live", headers={"X-Request-ID": "a b"})

    assert given.headers["X-Request-ID"] == "abc-123"
    assert len(malformed.headers["X-Request-ID"]) == 36


def test_unknown_routes_and_methods(api):
    expect_error(api.get("/nothing/here"), 404, "NotFoundError")
    answer = api.post("/health/live", {})
    expect_error(answer, 405, "MethodNotAllowedError")
    assert "GET" in answer.headers["Allow"]


@pytest.fixture
def failing(app):
    """Makes a route that raises what it is told to."""

    def fail_with(exception):
        broken = AppBlueprint("broken", __name__)

        @broken.GET("/broken")
        def get_broken():
            raise exception

        app.register_blueprint(broken)
        return Api(app).get("/broken")

    return fail_with


def test_what_nobody_expected_tells_nothing(failing):
    answer = failing(RuntimeError("secret"))

    expect_error(answer, 500, "ServerError")
    assert "secret" not in answer.text


def test_the_database_is_away(failing):
    expect_error(failing(ServerSelectionTimeoutError("secret")), 503, "UnavailableError")


def test_the_database_refuses(failing):
    answer = failing(OperationFailure("secret"))

    expect_error(answer, 500, "ServerError")
    assert "secret" not in answer.text


def test_large_bodies_are_refused(app):
    app.config["BODY_LIMIT_BYTES"] = 10
    large = AppBlueprint("large", __name__)

    @large.PUT("/large")
    @large.accepts(["application/json"])
    @large.validate_json({})
    def put_large():
        return {}

    app.register_blueprint(large)

    assert Api(app).put("/large", {}).status_code == 200
    expect_error(Api(app).put("/large", {"a": "more than that"}), 413, "RequestEntityTooLargeError")
