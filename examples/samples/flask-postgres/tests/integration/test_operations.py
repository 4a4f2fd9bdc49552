"""Health, metrics, logs and the description of the API."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import create_app
from app.config import Settings
from tests.support.api import Api

COLLECTION = "/api/v1/authors"

# No server listens on this port.
NO_DATABASE = "postgresql://nobody@127.0.0.1:1/nothing"


@pytest.fixture
def lonely(settings: Settings) -> Api:
    """The service without its database."""
    database = replace(settings.database, url=NO_DATABASE, password=None)
    client = create_app(replace(settings, database=database)).test_client()
    return Api(client)


def test_it_is_alive(api: Api) -> None:
    assert api.get("/health/live").body == {"status": "ok"}


def test_it_is_ready_with_its_database(api: Api) -> None:
    assert api.get("/health/ready").status == 200


@pytest.mark.parametrize("path", ["/health/ready", COLLECTION])
def test_it_is_unavailable_without_its_database(lonely: Api, path: str) -> None:
    answer = lonely.get(path)

    assert answer.status == 503
    assert answer.headers["Retry-After"] == "5"
    assert answer.body == {
        "type": "about:blank",
        "title": "Service Unavailable",
        "status": 503,
        "detail": "The database is not available.",
    }


def test_it_is_alive_without_its_database(lonely: Api) -> None:
    assert lonely.get("/health/live").status == 200


def test_requests_are_measured_by_route(api: Api) -> None:
    api.get("/health/live")
    api.get(f"{COLLECTION}/unknown")

    metrics = api.get("/metrics").body

    assert 'http_request_duration_seconds_count{method="GET",route="/health/live"' in metrics
    assert f'route="{COLLECTION}/<row_id>",status="404"' in metrics


def test_the_description_is_published_and_shown(api: Api) -> None:
    assert api.get("/openapi.json").body["openapi"].startswith("3.1")
    page = api.get("/docs/")
    assert "swagger-ui" in page.body
    assert "'unsafe-inline'" in page.headers["Content-Security-Policy"]
    assert api.get("/docs/swagger-ui-bundle.js").status == 200


def test_a_request_keeps_its_id(api: Api) -> None:
    answer = api.get("/health/live", {"X-Request-ID": "abc-123"})

    assert answer.headers["X-Request-ID"] == "abc-123"


def test_a_request_without_a_usable_id_gets_one(api: Api) -> None:
    answer = api.get("/health/live", {"X-Request-ID": "two words"})

    assert len(answer.headers["X-Request-ID"]) == len("00000000-0000-4000-8000-000000000000")


def test_an_unknown_path_is_a_problem(api: Api) -> None:
    answer = api.get("/unknown")

    assert answer.status == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(("method", "path"), [("POST", "/health/live"), ("PUT", "/docs/")])
def test_an_operation_is_only_read(api: Api, method: str, path: str) -> None:
    answer = api.call(method, path)

    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
