"""Health, metrics, documentation, and what every answer has."""

import pytest
from fastapi import FastAPI
from httpx import AsyncClient
from pytest_mock import MockerFixture


async def test_service_is_alive_and_ready(client: AsyncClient) -> None:
    assert (await client.get("/health/live")).json() == {"status": "ok"}
    assert (await client.get("/health/ready")).json() == {"status": "ok"}


async def test_service_is_not_ready_without_its_database(
    app: FastAPI, client: AsyncClient, mocker: MockerFixture
) -> None:
    mocker.patch.object(app.state.database, "ping", side_effect=ConnectionRefusedError)

    answer = await client.get("/health/ready")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "title": "Service Unavailable",
        "status": 503,
        "detail": "The database is not available.",
    }


async def test_what_nobody_expected_is_a_problem_too(
    app: FastAPI, client: AsyncClient, mocker: MockerFixture
) -> None:
    mocker.patch.object(app.state.database, "ping", side_effect=ZeroDivisionError("secret"))

    answer = await client.get("/health/ready", headers={"X-Request-ID": "abc-123"})

    assert answer.status_code == 500
    assert answer.headers["X-Request-ID"] == "abc-123"
    assert "secret" not in answer.text


async def test_metrics_count_requests_by_route(client: AsyncClient) -> None:
    await client.get("/health/live")

    answer = await client.get("/metrics")

    series = 'http_request_duration_seconds_count{method="GET",route="/health/live",status="200"}'
    assert series in answer.text


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
async def test_documentation_needs_no_other_host(client: AsyncClient, path: str) -> None:
    page = await client.get(path)

    assert page.status_code == 200
    assert "/openapi.json" in page.text
    assert "https://" not in page.text
    assert (await client.get("/static-offline-docs/swagger-ui.css")).status_code == 200


async def test_request_keeps_its_id(client: AsyncClient) -> None:
    answer = await client.get("/health/live", headers={"X-Request-ID": "abc-123"})

    assert answer.headers["X-Request-ID"] == "abc-123"


async def test_request_without_a_proper_id_gets_one(client: AsyncClient) -> None:
    answer = await client.get("/health/live", headers={"X-Request-ID": "two words"})

    assert len(answer.headers["X-Request-ID"]) == len("00000000-0000-0000-0000-000000000000")


async def test_answers_tell_browsers_to_be_careful(client: AsyncClient) -> None:
    answer = await client.get("/unknown")

    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_unknown_path_is_a_problem(client: AsyncClient) -> None:
    answer = await client.get("/unknown")

    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/health/live", "/docs", "/openapi.json"])
async def test_operations_take_one_method_only(client: AsyncClient, path: str) -> None:
    answer = await client.post(path)

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "HEAD, GET, OPTIONS"
    assert (await client.head(path)).status_code == 200
