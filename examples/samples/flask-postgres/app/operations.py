"""Health, metrics and the description of the API."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Flask, Response, current_app
from flask_swagger_ui import get_swaggerui_blueprint  # type: ignore[import-untyped]

from app.core import metrics
from app.database import database_of

OPENAPI_FILE = Path(__file__).parent.parent / "openapi.json"
OK = b'{"status":"ok"}'
# Swagger UI starts with a script in its page and colours with styles in its elements.
DOCS_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
)

blueprint = Blueprint("service-operations", __name__)


def init_app(app: Flask) -> None:
    app.register_blueprint(blueprint)
    docs = get_swaggerui_blueprint(
        "/docs",
        "../openapi.json",
        config={"app_name": "Library"},
        blueprint_name="service-docs",
    )
    docs.after_request(_allow_scripts)
    app.register_blueprint(docs)


@blueprint.get("/health/live")
def is_alive() -> Response:
    return Response(OK, content_type="application/json")


@blueprint.get("/health/ready")
def is_ready() -> Response:
    database_of(current_app).ping()
    return Response(OK, content_type="application/json")


@blueprint.get("/metrics")
def show_metrics() -> Response:
    return Response(metrics.render(), content_type=metrics.CONTENT_TYPE)


@blueprint.get("/openapi.json")
def show_openapi() -> Response:
    return Response(OPENAPI_FILE.read_bytes(), content_type="application/json")


def _allow_scripts(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = DOCS_POLICY
    return response
