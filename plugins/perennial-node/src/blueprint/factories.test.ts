import { expectEdit } from '../__testUtils__/blueprints';

describe('registerBlueprint in a factory', () => {
  it('that is plain', async () => {
    await expectEdit(
      `# -*- coding: utf-8 -*-
"""The application."""

from flask import Flask

from admin_server.api.errors import register_error_handlers
from admin_server.app_order.order_api import order_api
from admin_server.app_product.product_api import product_api
from admin_server.utils import logging


def create_app():
    """Makes the application."""
    app = Flask(__name__)
    logging.init_app(app)
    register_error_handlers(app)

    app.register_blueprint(order_api)
    app.register_blueprint(product_api)
    return app
`,
      `# -*- coding: utf-8 -*-
"""The application."""

from flask import Flask

from admin_server.api.errors import register_error_handlers
from admin_server.app_invoice.invoice_api import invoice_api
from admin_server.app_order.order_api import order_api
from admin_server.app_product.product_api import product_api
from admin_server.utils import logging


def create_app():
    """Makes the application."""
    app = Flask(__name__)
    logging.init_app(app)
    register_error_handlers(app)

    app.register_blueprint(order_api)
    app.register_blueprint(product_api)
    app.register_blueprint(invoice_api)
    return app
`,
    );
  });

  it('that registers under conditions', async () => {
    await expectEdit(
      `from flask import Flask

from admin_server.app_beta.beta_api import beta_api


def create_app(settings=None):
    app = Flask(__name__)
    if settings is None:
        app.config.from_envvar("ADMIN_SERVER_CONFIG")
    else:
        app.config.update(settings)

    if app.config.get("BETA"):  # until June
        app.register_blueprint(beta_api)

    return app
`,
      `from flask import Flask

from admin_server.app_beta.beta_api import beta_api
from admin_server.app_invoice.invoice_api import invoice_api


def create_app(settings=None):
    app = Flask(__name__)
    if settings is None:
        app.config.from_envvar("ADMIN_SERVER_CONFIG")
    else:
        app.config.update(settings)

    if app.config.get("BETA"):  # until June
        app.register_blueprint(beta_api)
    app.register_blueprint(invoice_api)

    return app
`,
    );
  });

  it('that returns early under a condition, before which it must be done', async () => {
    await expectEdit(
      `from flask import Flask

from admin_server.app_order.order_api import order_api


def create_app(bare=False):
    app = Flask(__name__)
    if bare:
        return app
    elif app.debug:
        app.register_blueprint(order_api)
        return app
    return app
`,
      `from flask import Flask

from admin_server.app_invoice.invoice_api import invoice_api
from admin_server.app_order.order_api import order_api


def create_app(bare=False):
    app = Flask(__name__)
    app.register_blueprint(invoice_api)
    if bare:
        return app
    elif app.debug:
        app.register_blueprint(order_api)
        return app
    return app
`,
    );
  });

  it('that goes through a list in a loop', async () => {
    await expectEdit(
      `from flask import Flask

from admin_server.app_order.order_api import order_api
from admin_server.app_product.product_api import product_api

BLUEPRINTS = [
    order_api,  # the first one
    product_api,
]


def create_app():
    app = Flask(__name__)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint, url_prefix="/admin")
    return app
`,
      `from flask import Flask

from admin_server.app_invoice.invoice_api import invoice_api
from admin_server.app_order.order_api import order_api
from admin_server.app_product.product_api import product_api

BLUEPRINTS = [
    order_api,  # the first one
    product_api,
]


def create_app():
    app = Flask(__name__)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint, url_prefix="/admin")
    app.register_blueprint(invoice_api)
    return app
`,
    );
  });

  it('with decorators and annotations, whose variable has another name', async () => {
    await expectEdit(
      `from __future__ import annotations

import functools
from typing import Any

from flask import Flask

from .app_order.order_api import order_api


@functools.lru_cache(maxsize=None)
def create_app(settings: dict[str, Any] | None = None, /, *, debug: bool = False) -> Flask:
    application: Flask = Flask(__name__)
    application.config |= settings or {}
    application.register_blueprint(
        order_api,
        url_prefix=f"/{settings['prefix']}" if settings else None,
    )  # orders come first
    return application
`,
      `from __future__ import annotations

import functools
from typing import Any

from flask import Flask

from .app_invoice.invoice_api import invoice_api
from .app_order.order_api import order_api


@functools.lru_cache(maxsize=None)
def create_app(settings: dict[str, Any] | None = None, /, *, debug: bool = False) -> Flask:
    application: Flask = Flask(__name__)
    application.config |= settings or {}
    application.register_blueprint(
        order_api,
        url_prefix=f"/{settings['prefix']}" if settings else None,
    )  # orders come first
    application.register_blueprint(invoice_api)
    return application
`,
    );
  });

  it('that has another name and an alias', async () => {
    await expectEdit(
      `import flask

class Admin(flask.Flask):
    pass


def worker():
    queue = flask.Flask("worker")
    return queue


def make_admin():
    server = Admin(__name__)

    @server.get("/")
    def index():
        return "", 204

    return server


create_app = make_admin
`,
      `import flask

from admin_server.app_invoice.invoice_api import invoice_api

class Admin(flask.Flask):
    pass


def worker():
    queue = flask.Flask("worker")
    return queue


def make_admin():
    server = Admin(__name__)

    @server.get("/")
    def index():
        return "", 204

    server.register_blueprint(invoice_api)

    return server


create_app = make_admin
`,
    );
  });

  it('that is the only one to make an application', async () => {
    await expectEdit(
      `from flask import Flask

def build(): # no alias
    app = Flask(__name__)
    return app
`,
      `from flask import Flask

from admin_server.app_invoice.invoice_api import invoice_api

def build(): # no alias
    app = Flask(__name__)
    app.register_blueprint(invoice_api)
    return app
`,
    );
  });

  it('that leaves the registrations to a helper', async () => {
    await expectEdit(
      `from flask import Flask

from admin_server.app_order.order_api import order_api


def _register(flask_app: Flask, prefix: str = "") -> None:
    # every service
    flask_app.register_blueprint(order_api, url_prefix=prefix)


def create_app():
    app = Flask(__name__)
    _register(app)
    return app
`,
      `from flask import Flask

from admin_server.app_invoice.invoice_api import invoice_api
from admin_server.app_order.order_api import order_api


def _register(flask_app: Flask, prefix: str = "") -> None:
    # every service
    flask_app.register_blueprint(order_api, url_prefix=prefix)
    flask_app.register_blueprint(invoice_api)


def create_app():
    app = Flask(__name__)
    _register(app)
    return app
`,
    );
  });

  it('with functions within', async () => {
    await expectEdit(
      `from flask import Flask

from admin_server.app_order.order_api import order_api


def create_app():
    app = Flask(__name__)

    def register():
        app.register_blueprint(order_api)
        return app

    @app.errorhandler(404)
    def missing(error):
        return {"status": "failed"}, 404

    register()

    # Everything is in place.
    return app
`,
      `from flask import Flask

from admin_server.app_invoice.invoice_api import invoice_api
from admin_server.app_order.order_api import order_api


def create_app():
    app = Flask(__name__)

    def register():
        app.register_blueprint(order_api)
        return app

    @app.errorhandler(404)
    def missing(error):
        return {"status": "failed"}, 404

    register()
    app.register_blueprint(invoice_api)

    # Everything is in place.
    return app
`,
    );
  });

  it('that works within a context', async () => {
    await expectEdit(
      `from flask import Flask

from admin_server.app_order.order_api import order_api


async def create_app():
    app = Flask(__name__)
    with app.app_context():
        app.register_blueprint(order_api)
        return app
`,
      `from flask import Flask

from admin_server.app_invoice.invoice_api import invoice_api
from admin_server.app_order.order_api import order_api


async def create_app():
    app = Flask(__name__)
    with app.app_context():
        app.register_blueprint(order_api)
        app.register_blueprint(invoice_api)
        return app
`,
    );
  });

  it('that makes the application in branches', async () => {
    await expectEdit(
      `from flask import Flask


def create_app(static=True):
    if static:
        app = Flask(__name__)
    else:
        app = Flask(__name__, static_folder=None)
    match app.env:
        case "test":
            app.testing = True
    return app
`,
      `from flask import Flask

from admin_server.app_invoice.invoice_api import invoice_api


def create_app(static=True):
    if static:
        app = Flask(__name__)
    else:
        app = Flask(__name__, static_folder=None)
    match app.env:
        case "test":
            app.testing = True
    app.register_blueprint(invoice_api)
    return app
`,
    );
  });

  it('that is given the application', async () => {
    await expectEdit(
      `def create_app(app):
    app.testing = True
    app.register_blueprint(app.orders)
`,
      `from admin_server.app_invoice.invoice_api import invoice_api


def create_app(app):
    app.testing = True
    app.register_blueprint(app.orders)
    app.register_blueprint(invoice_api)
`,
    );
  });
});
