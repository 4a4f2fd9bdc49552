# -*- coding: utf-8 -*-
"""Metrics for Prometheus, at /metrics."""

from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector
from prometheus_flask_exporter import PrometheusMetrics


def init_app(app):
    """Measures the requests of an application, by method, route and status.

    :type app: flask.Flask
    """
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    GCCollector(registry=registry)
    # The route and not the path: ids would make a series each.
    app.extensions["metrics"] = PrometheusMetrics(app, registry=registry, group_by="url_rule")
