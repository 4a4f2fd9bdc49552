"""Metrics."""

from __future__ import annotations

from app.core.metrics import observe_request, render


def test_requests_are_counted_by_route() -> None:
    observe_request("GET", "/api/v1/rows/{id}", 200, 0.02)

    text = render().decode()

    labels = 'method="GET",route="/api/v1/rows/{id}",status="200"'
    assert f"http_request_duration_seconds_count{{{labels}}} 1.0" in text
    assert "process_cpu_seconds_total" in text
