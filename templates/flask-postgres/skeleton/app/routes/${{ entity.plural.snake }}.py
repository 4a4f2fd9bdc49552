{% macro imported(module, name) -%}
{% if (module | length) + (name | length) > 80 %}from ${{ module }} import (
    ${{ name }},
)
{%- else %}from ${{ module }} import ${{ name }}
{%- endif %}
{%- endmacro %}
{% set usesCaller = entity.owned %}
{% for relation in entity.relations %}
{% if relation.target.owned %}
{% set usesCaller = true %}
{% endif %}
{% endfor %}
{% set give = ', current_caller()' if usesCaller else '' %}
{% set giveOwner = ', current_caller()' if entity.owned else '' %}
{% set auth = ['authenticate', 'current_caller'] if usesCaller else ['authenticate'] %}
"""Requests for ${{ entity.plural.title | lower }}."""

from __future__ import annotations

from flask import Blueprint, Response, request

{% if values.auth == 'jwt' %}
from app.auth import ${{ auth | join(', ') }}
{% endif %}
from app.core.list_query import parse_list_query
${{ imported('app.fields', entity.snake + ' as fields') }}
${{ imported('app.schemas', entity.snake + ' as schemas') }}
${{ imported('app.services', entity.snake + ' as service') }}
from app.web import (
    no_content,
    page_response,
    read_body,
    read_id,
    read_patch,
    row_response,
)

blueprint = Blueprint(
    "${{ entity.plural.snake }}",
    __name__,
    url_prefix="${{ entity.path }}",
)
{% if values.auth == 'jwt' %}
blueprint.before_request(authenticate)
{% endif %}


@blueprint.get("")
def find_page() -> Response:
    query = parse_list_query(request.query_string, fields.LIST)
    page = service.find_page(query${{ giveOwner }})
    return page_response(schemas.READ, query, page)


@blueprint.post("")
def create() -> Response:
    row = service.create(read_body(schemas.CREATE)${{ give }})
    response = row_response(schemas.READ, row, status=201)
    response.headers["Location"] = f"{request.path}/{row.id}"
    return response


@blueprint.get("/<row_id>")
def get(row_id: str) -> Response:
    row = service.get(read_id(fields.ID, row_id)${{ giveOwner }})
    return row_response(schemas.READ, row)


@blueprint.put("/<row_id>")
def replace(row_id: str) -> Response:
    values = read_body(schemas.CREATE)
    if_match = request.headers.get("If-Match")
    row = service.replace(read_id(fields.ID, row_id), values, if_match${{ give }})
    return row_response(schemas.READ, row)


@blueprint.patch("/<row_id>")
def patch(row_id: str) -> Response:
    changes = read_patch(schemas.UPDATE)
    if_match = request.headers.get("If-Match")
    row = service.patch(read_id(fields.ID, row_id), changes, if_match${{ give }})
    return row_response(schemas.READ, row)


@blueprint.delete("/<row_id>")
def delete(row_id: str) -> Response:
    if_match = request.headers.get("If-Match")
    service.delete(read_id(fields.ID, row_id), if_match${{ giveOwner }})
    return no_content()
