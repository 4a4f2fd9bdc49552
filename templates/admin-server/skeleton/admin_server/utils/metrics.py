# -*- coding: utf-8 -*-
"""Metrics for Prometheus, at /metrics."""

{% if values.backgroundTasks %}
from prometheus_client import (
    CollectorRegistry,
    Gauge,
    GCCollector,
    PlatformCollector,
    ProcessCollector,
)
{% else %}
from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector
{% endif %}
from prometheus_flask_exporter import PrometheusMetrics

{% if values.backgroundTasks %}
DOCUMENTS = Gauge(
    "admin_server_documents", "Documents of a collection", ["collection"], registry=None
)

{% endif %}

def init_app(app):
    """Measures the requests of an application, by method, route and status.

    :type app: flask.Flask
    """
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    GCCollector(registry=registry)
{% if values.backgroundTasks %}
    registry.register(DOCUMENTS)
{% endif %}
    # The route and not the path: ids would make a series each.
    app.extensions["metrics"] = PrometheusMetrics(app, registry=registry, group_by="url_rule")
