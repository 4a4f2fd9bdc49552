# -*- coding: utf-8 -*-
"""Metrics for Prometheus, at /metrics."""

from prometheus_client import (
    CollectorRegistry,
    Gauge,
    GCCollector,
    PlatformCollector,
    ProcessCollector,
)
from prometheus_flask_exporter import PrometheusMetrics

# Counted by the threads of the services.
DOCUMENTS = Gauge(
    "admin_server_documents", "Documents of a collection", ["collection"], registry=None
)


def init_app(app):
    """Measures the requests of an application, by method, route and status.

    :type app: flask.Flask
    """
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    GCCollector(registry=registry)
    registry.register(DOCUMENTS)
    # The route and not the path: ids would make a series each.
    app.extensions["metrics"] = PrometheusMetrics(app, registry=registry, group_by="url_rule")
