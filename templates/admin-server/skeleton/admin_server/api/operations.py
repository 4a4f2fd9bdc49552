# -*- coding: utf-8 -*-
"""Whether the application works, and what it answers."""

from flask import current_app
from pymongo.errors import PyMongoError

from admin_server.api.blueprint import AppBlueprint
from admin_server.api.description import describe_api
from admin_server.api.errors import APIError
from admin_server.api.helpers import make_response_json

operations = api = AppBlueprint("operations", __name__)


@api.GET("/health/live")
def get_liveness():
    """Answers while the process serves requests.

    :rtype: flask.Response
    """
    return make_response_json({"status": "success"})


@api.GET("/health/ready")
def get_readiness():
    """Answers while the database does. The cache is not needed.

    :rtype: flask.Response
    :raises APIError.UnavailableError: if the database is away
    """
    try:
        current_app.extensions["mongodb"].admin.command("ping")
    except PyMongoError as error:
        raise APIError.UnavailableError("The database does not answer.") from error
    return make_response_json({"status": "success"})


@api.GET("/openapi.json")
def get_description():
    """Answers the description of the API.

    :return: an OpenAPI document
    :rtype: flask.Response
    """
    return make_response_json(describe_api(current_app))
