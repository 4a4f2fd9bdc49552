"""What each request leaves behind: an id, a line in the log and a measurement."""

from __future__ import annotations

from time import perf_counter

from flask import Flask, Response, g, request

from app.core import logs, metrics

ID_HEADER = "X-Request-ID"
NO_ROUTE = "none"


def init_app(app: Flask) -> None:
    app.before_request(start)
    app.after_request(finish)


def start() -> None:
    g.started_at = perf_counter()
    g.request_id = logs.request_id_of(request.headers.get(ID_HEADER))
    logs.request_id.set(g.request_id)


def finish(response: Response) -> Response:
    seconds = perf_counter() - g.started_at
    # The route and not the path is measured: ids would make a series each.
    route = request.url_rule.rule if request.url_rule else NO_ROUTE
    metrics.observe_request(request.method, route, response.status_code, seconds)
    logs.log_request(request.method, request.path, response.status_code, seconds)
    response.headers[ID_HEADER] = g.request_id
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Content-Security-Policy", "default-src 'none'")
    return response
