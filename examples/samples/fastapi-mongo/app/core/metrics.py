"""Metrics for Prometheus."""

from __future__ import annotations

from prometheus_client import CONTENT_TYPE_LATEST as CONTENT_TYPE
from prometheus_client import (
    CollectorRegistry,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

__all__ = ["CONTENT_TYPE", "observe_request", "render"]

BUCKETS_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

_registry = CollectorRegistry()
ProcessCollector(registry=_registry)
PlatformCollector(registry=_registry)
GCCollector(registry=_registry)
_duration = Histogram(
    "http_request_duration_seconds",
    "Time from a request to the end of its answer",
    ["method", "route", "status"],
    buckets=BUCKETS_SECONDS,
    registry=_registry,
)


def observe_request(method: str, route: str, status: int, seconds: float) -> None:
    """Measures a request. The label is the route and not the path: ids would make a series each."""
    _duration.labels(method, route, str(status)).observe(seconds)


def render() -> bytes:
    return generate_latest(_registry)
