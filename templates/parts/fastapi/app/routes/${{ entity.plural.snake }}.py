{% set needsCaller = entity.owned %}
{% for relation in entity.relations %}
{% if relation.target.owned %}
{% set needsCaller = true %}
{% endif %}
{% endfor %}
{% set service = entity.pascal + 'Service(session, caller)' if needsCaller else entity.pascal + 'Service(session)' %}
{% set one = entity.snake %}
{% set many = entity.plural.snake %}
{% set idType = 'int' if entity.id == 'integer' else ('ObjectId' if entity.id == 'objectId' else 'UUID') %}
{% set reading = 'StatementSession' if values.database == 'postgres' else 'Session' %}
"""The collection ${{ entity.path }}."""

from typing import Annotated
{% if entity.id == 'uuid' %}
from uuid import UUID
{% endif %}

{% if entity.id == 'objectId' %}
from bson import ObjectId
{% endif %}
from fastapi import APIRouter, Depends, Response
from starlette.status import HTTP_204_NO_CONTENT

from app.core.list_query import ListQuery
from app.dependencies import (
{% if needsCaller %}
    CurrentCaller,
{% endif %}
    IfMatch,
    Session,
{% if values.database == 'postgres' %}
    StatementSession,
{% endif %}
{% if values.auth == 'jwt' %}
    get_caller,
{% endif %}
    id_in_path,
    json_body,
    patch_body,
    query_of,
)
from app.fields import ${{ entity.snake }} as fields
from app.responses import created_response, page_response, row_response
{% set line = 'from app.schemas.' + entity.snake + ' import ' + entity.pascal + 'Create, ' + entity.pascal + 'Update, read_row' %}
{% if (line | length) <= 100 %}
${{ line }}
{% else %}
from app.schemas.${{ entity.snake }} import (
    ${{ entity.pascal }}Create,
    ${{ entity.pascal }}Update,
    read_row,
)
{% endif %}
{% set line = 'from app.services.' + entity.snake + ' import ' + entity.pascal + 'Service' %}
{% if (line | length) <= 100 %}
${{ line }}
{% else %}
from app.services.${{ entity.snake }} import (
    ${{ entity.pascal }}Service,
)
{% endif %}

PATH = "${{ entity.path }}"

Query = Annotated[ListQuery, Depends(query_of(fields.LIST))]
RowId = Annotated[${{ idType }}, Depends(id_in_path(fields.ID))]
{% set line = 'Body = Annotated[' + entity.pascal + 'Create, Depends(json_body(' + entity.pascal + 'Create))]' %}
{% if (line | length) <= 100 %}
${{ line }}
{% else %}
Body = Annotated[
    ${{ entity.pascal }}Create,
    Depends(json_body(${{ entity.pascal }}Create)),
]
{% endif %}
{% set line = 'Patch = Annotated[' + entity.pascal + 'Update, Depends(patch_body(' + entity.pascal + 'Update))]' %}
{% if (line | length) <= 100 %}
${{ line }}
{% else %}
Patch = Annotated[
    ${{ entity.pascal }}Update,
    Depends(patch_body(${{ entity.pascal }}Update)),
]
{% endif %}

{% if values.auth == 'jwt' %}
router = APIRouter(prefix=PATH, dependencies=[Depends(get_caller)])
{% else %}
router = APIRouter(prefix=PATH)
{% endif %}


@router.get("")
async def list_${{ many }}(
    query: Query,
    session: ${{ reading }},
{% if needsCaller %}
    caller: CurrentCaller,
{% endif %}
) -> Response:
    service = ${{ service }}
    page = await service.page(query)
    items = [read_row(row) for row in page.items]
    return page_response(
        {"items": items, "page": page.page, "limit": page.limit, "total": page.total}
    )


@router.post("")
async def create_${{ one }}(
    body: Body,
    session: ${{ 'Session' if entity.relations.length else reading }},
{% if needsCaller %}
    caller: CurrentCaller,
{% endif %}
) -> Response:
    service = ${{ service }}
    row = await service.create(body)
    return created_response(read_row(row), PATH)


@router.get("/{id}")
async def get_${{ one }}(
    row_id: RowId,
    session: ${{ reading }},
{% if needsCaller %}
    caller: CurrentCaller,
{% endif %}
) -> Response:
    service = ${{ service }}
    row = await service.get(row_id)
    return row_response(read_row(row))


@router.put("/{id}")
async def replace_${{ one }}(
    body: Body,
    row_id: RowId,
    session: Session,
{% if needsCaller %}
    caller: CurrentCaller,
{% endif %}
    if_match: IfMatch = None,
) -> Response:
    service = ${{ service }}
    row = await service.replace(row_id, body, if_match)
    return row_response(read_row(row))


@router.patch("/{id}")
async def update_${{ one }}(
    body: Patch,
    row_id: RowId,
    session: Session,
{% if needsCaller %}
    caller: CurrentCaller,
{% endif %}
    if_match: IfMatch = None,
) -> Response:
    service = ${{ service }}
    row = await service.patch(row_id, body, if_match)
    return row_response(read_row(row))


@router.delete("/{id}", status_code=HTTP_204_NO_CONTENT)
async def delete_${{ one }}(
    row_id: RowId,
    session: Session,
{% if needsCaller %}
    caller: CurrentCaller,
{% endif %}
    if_match: IfMatch = None,
) -> None:
    service = ${{ service }}
    await service.delete(row_id, if_match)
