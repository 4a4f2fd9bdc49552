# -*- coding: utf-8 -*-
"""The application: settings, what it needs, and the services that it is made of."""

from flask import Flask

from admin_server import config, database
from admin_server.api.errors import register_error_handlers
from admin_server.api.operations import operations
{% for entity in model.entities | sort(false, true, 'snake') %}
{% if (entity.snake | length) > 20 %}
from admin_server.app_${{ entity.snake }}.${{ entity.snake }}_api import (
    ${{ entity.snake }}_api,
)
{% else %}
from admin_server.app_${{ entity.snake }}.${{ entity.snake }}_api import ${{ entity.snake }}_api
{% endif %}
{% endfor %}
from admin_server.utils import logging, metrics


def create_app():
    """Makes the application from the settings in the environment.

    :rtype: flask.Flask
    :raises admin_server.config.ConfigurationError: if a setting is missing or malformed
    """
    app = Flask(__name__, static_folder=None)
    config.init_app(app)
    logging.init_app(app)
    metrics.init_app(app)
    database.init_app(app)
    register_error_handlers(app)

    app.register_blueprint(operations)
{% for entity in model.entities | sort(false, true, 'snake') %}
    app.register_blueprint(${{ entity.snake }}_api)
{% endfor %}
    return app
