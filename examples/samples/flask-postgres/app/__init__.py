"""Library: a REST service."""

from __future__ import annotations

import os

from flask import Flask

from app import errors, observability, operations
from app.config import Settings
from app.core.logs import configure_logging
from app.database import Database
from app.routes import BLUEPRINTS


def create_app(settings: Settings | None = None) -> Flask:
    """Makes the service: what the server runs and the tests call.

    Without settings, it reads them from the environment.
    """
    settings = settings or Settings.read(os.environ)
    configure_logging(settings.log_level)
    app = Flask(__name__, static_folder=None)
    app.config["BODY_LIMIT_BYTES"] = settings.body_limit_bytes
    # A path with two slashes is another path, and not one to be redirected from.
    app.url_map.merge_slashes = False
    Database(settings.database).init_app(app)
    observability.init_app(app)
    errors.init_app(app)
    operations.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app
