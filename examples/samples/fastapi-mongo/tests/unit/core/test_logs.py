"""JSON logs."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from app.core.logs import configure_logging, log_request, request_id, request_id_of


@pytest.fixture(autouse=True)
def _restore_root_logger() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers = handlers
    root.setLevel(level)


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_has_the_id_of_its_request(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info")
    token = request_id.set("request-1")

    log_request("GET", "/api/v1/rows", 200, 0.0125)

    request_id.reset(token)
    (line,) = lines_of(capsys)
    assert line["request_id"] == "request-1"
    assert line["level"] == "info"
    assert line["method"] == "GET"
    assert line["path"] == "/api/v1/rows"
    assert line["status"] == 200
    assert line["duration_ms"] == 12.5


def test_probes_are_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info")

    log_request("GET", "/health/live", 200, 0)
    log_request("GET", "/metrics", 200, 0)

    assert lines_of(capsys) == []


def test_errors_of_the_service_stand_out(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("error")

    log_request("GET", "/api/v1/rows", 404, 0)
    log_request("GET", "/api/v1/rows", 500, 0)

    assert [line["status"] for line in lines_of(capsys)] == [500]


def test_exceptions_are_part_of_the_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info")
    try:
        raise LookupError("gone")
    except LookupError:
        logging.getLogger("app").exception("failed")

    (line,) = lines_of(capsys)
    assert "LookupError: gone" in str(line["error"])


def test_request_ids() -> None:
    assert request_id_of("given-1.2:3_4") == "given-1.2:3_4"
    for header in (None, "", "two words", "x" * 129, "line\n"):
        assert request_id_of(header) != header
        assert len(request_id_of(header)) == 36
