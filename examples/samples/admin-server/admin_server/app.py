# -*- coding: utf-8 -*-
"""The application: settings, what it needs, and the services that it is made of."""

from flask import Flask

from admin_server import config, database
from admin_server.api.errors import register_error_handlers
from admin_server.api.operations import operations
from admin_server.app_author.author_api import author_api
from admin_server.app_book.book_api import book_api
from admin_server.app_copy_record.copy_record_api import copy_record_api
from admin_server.app_genre.genre_api import genre_api
from admin_server.app_loan.loan_api import loan_api
from admin_server.app_member.member_api import member_api
from admin_server.app_reservation.reservation_api import reservation_api
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
    app.register_blueprint(author_api)
    app.register_blueprint(book_api)
    app.register_blueprint(copy_record_api)
    app.register_blueprint(genre_api)
    app.register_blueprint(loan_api)
    app.register_blueprint(member_api)
    app.register_blueprint(reservation_api)
    return app
