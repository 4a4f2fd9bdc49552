{% set rows = entity.table + '_list' if entity.table in ['health', 'metrics', 'pagination', 'status'] else entity.table %}
{% set row = entity.snake + '_record' if entity.snake in ['message', 'status'] else entity.snake %}
{% set word = entity.title | lower %}
# -*- coding: utf-8 -*-
"""The routes of ${{ entity.plural.title | lower }}."""

from flask import g, request

from admin_server.api.blueprint import AppBlueprint
from admin_server.api.helpers import make_cached_response, make_pagination, make_response_json
from admin_server.api.query import ListQuery
{% if (entity.snake | length) * 2 + (entity.pascal | length) > 65 %}
from admin_server.app_${{ entity.snake }}.${{ entity.snake }} import (
    ${{ entity.pascal }},
)
{% else %}
from admin_server.app_${{ entity.snake }}.${{ entity.snake }} import ${{ entity.pascal }}
{% endif %}
{% if values.backgroundTasks %}
{% if (entity.snake | length) * 2 + (entity.pascal | length) > 51 %}
from admin_server.app_${{ entity.snake }}.${{ entity.snake }}_thread import (
    ${{ entity.pascal }}Thread,
)
{% else %}
from admin_server.app_${{ entity.snake }}.${{ entity.snake }}_thread import ${{ entity.pascal }}Thread
{% endif %}
{% endif %}
from admin_server.users.auth import Auth

${{ entity.snake }}_api = api = AppBlueprint("${{ entity.snake }}", __name__)
{% if values.backgroundTasks %}
api.threads.append(${{ entity.pascal }}Thread())
{% endif %}


@api.GET("/${{ rows }}")
{% if entity.owned %}
@Auth.auth
{% endif %}
def list_${{ entity.plural.snake }}():
    """Answers a page of ${{ entity.plural.title | lower }}${{ " of the caller's own" if entity.owned }}.

    :return: the page, and where it lies among all of them
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the query is malformed
    """
    query = ListQuery.read(request.args, ${{ entity.pascal }})

    def make_payload():
        documents, total_count = ${{ entity.pascal }}.page(query)
        return {
            "${{ rows }}": [document.for_json() for document in documents],
            "pagination": make_pagination(query.page, query.limit, total_count),
            "status": "success",
        }

    return make_cached_response(${{ entity.pascal }}, query.key(), make_payload)


@api.GET("/${{ rows }}/<${{ entity.snake }}_id>")
{% if entity.owned %}
@Auth.auth
{% endif %}
def get_${{ entity.snake }}(${{ entity.snake }}_id):
    """Answers one ${{ word }}.

    :param ${{ entity.snake }}_id: its id
    :type ${{ entity.snake }}_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    """

    def make_payload():
        document = ${{ entity.pascal }}.find(${{ entity.snake }}_id)
        return {"${{ row }}": document.for_json(), "status": "success"}

    return make_cached_response(${{ entity.pascal }}, ${{ entity.snake }}_id, make_payload)


@api.POST("/${{ rows }}")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(${{ entity.pascal }}._json_schema)
def create_${{ entity.snake }}():
    """Makes a ${{ word }} that belongs to the caller.

    :rtype: flask.Response
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = ${{ entity.pascal }}.create(g.payload)
    payload = {
        "${{ row }}": document.for_json(),
        "message": "The ${{ word }} is there.",
        "status": "success",
    }
    return make_response_json(payload, 201)


@api.PUT("/${{ rows }}/<${{ entity.snake }}_id>")
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(${{ entity.pascal }}.update_schema())
def update_${{ entity.snake }}(${{ entity.snake }}_id):
    """Changes what the body names of a ${{ word }}, and keeps the rest.

    :param ${{ entity.snake }}_id: its id
    :type ${{ entity.snake }}_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
    document = ${{ entity.pascal }}.find(${{ entity.snake }}_id)
    document.check_owner()
    document.change(g.payload)
    payload = {
        "${{ row }}": document.for_json(),
        "message": "The ${{ word }} is changed.",
        "status": "success",
    }
    return make_response_json(payload)


@api.DELETE("/${{ rows }}/<${{ entity.snake }}_id>")
@Auth.auth
def delete_${{ entity.snake }}(${{ entity.snake }}_id):
    """Deletes a ${{ word }}.

    :param ${{ entity.snake }}_id: its id
    :type ${{ entity.snake }}_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if something refers to it that must not lose it
    """
    document = ${{ entity.pascal }}.find(${{ entity.snake }}_id)
    document.check_owner()
    document.remove()
    payload = {"message": "The ${{ word }} is deleted.", "status": "success"}
    return make_response_json(payload)
