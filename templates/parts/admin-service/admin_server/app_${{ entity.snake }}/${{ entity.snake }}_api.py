{% set rows = entity.table + '_list' if entity.table in ['health', 'metrics', 'pagination', 'status'] else entity.table %}
{% set row = entity.snake + '_record' if entity.snake in ['message', 'status'] else entity.snake %}
{% set word = entity.title | lower %}
{% set id = entity.snake + '_id' %}
{% set item = '"/' + rows + '/<' + id + '>"' %}
{#- A call on one line, or each argument on its own where the line would be too long for black. -#}
{% macro call(pad, start, arguments) -%}
{% set line = pad + start + '(' + (arguments | join(', ')) + ')' %}
{% if (line | length) <= 99 %}
${{ line }}
{%- else %}
${{ pad + start }}(
{% for argument in arguments %}
${{ pad }}    ${{ argument }},
{% endfor %}
${{ pad }})
{%- endif %}
{%- endmacro %}
# -*- coding: utf-8 -*-
"""The routes of ${{ entity.plural.title | lower }}."""

from flask import g, request

from admin_server.api.blueprint import AppBlueprint
from admin_server.api.helpers import make_cached_response, make_pagination, make_response_json
from admin_server.api.query import ListQuery
{% if (entity.snake | length) * 2 + (entity.pascal | length) > 60 %}
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

${{ call('', entity.snake + '_api = api = AppBlueprint', ['"' + entity.snake + '"', '__name__']) }}
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
        rows = [document.for_json() for document in documents]
        return {
            "${{ rows }}": rows,
            "pagination": make_pagination(query.page, query.limit, total_count),
            "status": "success",
        }

${{ call('    ', 'return make_cached_response', [entity.pascal, 'query.key()', 'make_payload']) }}


${{ call('', '@api.GET', [item]) }}
{% if entity.owned %}
@Auth.auth
{% endif %}
${{ call('', 'def get_' + entity.snake, [id]) }}:
    """Answers one ${{ word }}.

    :param ${{ entity.snake }}_id: its id
    :type ${{ entity.snake }}_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    """

    def make_payload():
${{ call('        ', 'document = ' + entity.pascal + '.find', [id]) }}
        return {
            "${{ row }}": document.for_json(),
            "status": "success",
        }

${{ call('    ', 'return make_cached_response', [entity.pascal, id, 'make_payload']) }}


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


${{ call('', '@api.PUT', [item]) }}
@Auth.auth
@api.accepts(["application/json"])
@api.validate_json(${{ entity.pascal }}.update_schema())
${{ call('', 'def update_' + entity.snake, [id]) }}:
    """Changes what the body names of a ${{ word }}, and keeps the rest.

    :param ${{ entity.snake }}_id: its id
    :type ${{ entity.snake }}_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if a value is taken, or a reference leads nowhere
    """
${{ call('    ', 'document = ' + entity.pascal + '.find', [id]) }}
    document.check_owner()
    document.change(g.payload)
    payload = {
        "${{ row }}": document.for_json(),
        "message": "The ${{ word }} is changed.",
        "status": "success",
    }
    return make_response_json(payload)


${{ call('', '@api.DELETE', [item]) }}
@Auth.auth
${{ call('', 'def delete_' + entity.snake, [id]) }}:
    """Deletes a ${{ word }}.

    :param ${{ entity.snake }}_id: its id
    :type ${{ entity.snake }}_id: str
    :rtype: flask.Response
    :raises APIError.BadRequestError: if the id is malformed
    :raises APIError.NotFoundError: if there is none with this id
    :raises APIError.ForbiddenError: if it is somebody else's
    :raises APIError.ConflictError: if something refers to it that must not lose it
    """
${{ call('    ', 'document = ' + entity.pascal + '.find', [id]) }}
    document.check_owner()
    document.remove()
    payload = {
        "message": "The ${{ word }} is deleted.",
        "status": "success",
    }
    return make_response_json(payload)
