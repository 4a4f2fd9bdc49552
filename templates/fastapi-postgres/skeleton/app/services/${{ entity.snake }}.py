{% macro method(name, parameters, result) -%}
{% set line = '    async def ' + name + '(self, ' + (parameters | join(', ')) + ') -> ' + result + ':' %}
{% if (line | length) <= 100 %}
${{ line }}
{%- else %}
    async def ${{ name }}(
        self,
{% for parameter in parameters %}
        ${{ parameter }},
{% endfor %}
    ) -> ${{ result }}:
{%- endif %}
{%- endmacro %}
{% set links = false %}
{% set needsCaller = entity.owned %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
{% set links = true %}
{% endif %}
{% if relation.target.owned %}
{% set needsCaller = true %}
{% endif %}
{% endfor %}
{% set merges = false %}
{% set mergesDefaults = false %}
{% for field in entity.fields %}
{% if field.type == 'json' or field.type == 'object' %}
{% set merges = true %}
{% if field.hasDefault and not field.required %}
{% set mergesDefaults = true %}
{% endif %}
{% endif %}
{% endfor %}
{% set idType = 'int' if entity.id == 'integer' else 'UUID' %}
"""What can be done with ${{ entity.plural.title | lower }}."""

{% if mergesDefaults %}
from copy import deepcopy
{% endif %}
from typing import Any
{% if entity.id == 'uuid' %}
from uuid import UUID
{% endif %}

from sqlalchemy.ext.asyncio import AsyncSession

from app import repositories
from app.core.etag import check_if_match
from app.core.list_query import ListQuery
{% if merges %}
from app.core.merge_patch import merge_patch
{% endif %}
from app.core.problems import not_found
from app.core.strict_json import dumps
{% if needsCaller %}
from app.core.tokens import Caller
{% endif %}
from app.database import transactional
{% if merges %}
from app.fields.${{ entity.snake }} import {% if mergesDefaults %}DEFAULTS, {% endif %}MERGED
{% endif %}
from app.models import ${{ entity.pascal }}
{% if entity.timestamps %}
from app.models.base import now
{% endif %}
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


class ${{ entity.pascal }}Service:
    """The rules of ${{ entity.plural.title | lower }}; each change is one transaction."""

{% if needsCaller %}
    def __init__(self, session: AsyncSession, caller: Caller) -> None:
        self.session = session
        self.caller = caller
{% else %}
    def __init__(self, session: AsyncSession) -> None:
        self.session = session
{% endif %}
{% if (entity.pascal | length) > 35 %}
        self.rows = repositories.${{ entity.pascal }}Repository(
            session,
{% if entity.owned %}
            caller,
{% endif %}
        )
{% else %}
{% set arguments = 'session, caller' if entity.owned else 'session' %}
{% set line = '        self.rows = repositories.' + entity.pascal + 'Repository(' + arguments + ')' %}
{% if (line | length) <= 100 %}
${{ line }}
{% else %}
        self.rows = repositories.${{ entity.pascal }}Repository(
            ${{ arguments }}
        )
{% endif %}
{% endif %}

${{ method('page', ['query: ListQuery'], 'repositories.Page[' + entity.pascal + ']') }}
        """Some of the rows that a query finds."""
        return await self.rows.page(query)

${{ method('get', ['row_id: ' + idType, '*', 'lock: bool = False'], entity.pascal) }}
        """One row, or a problem 404."""
        row = await self.rows.get(row_id, lock=lock)
        if row is None:
            raise not_found("${{ entity.title | lower }}")
        return row

    @transactional
${{ method('create', ['body: ' + entity.pascal + 'Create'], entity.pascal) }}
        """Makes a row."""
{% set arguments = ['owner_id=self.caller.id'] if entity.owned else [] %}
{% set arguments = arguments.concat(['created_at=now()']) if entity.timestamps else arguments %}
{% set line = '        row = ' + entity.pascal + '(' + (arguments | join(', ')) + ')' %}
{% if (line | length) <= 100 %}
${{ line }}
{% else %}
        row = ${{ entity.pascal }}(
            ${{ arguments | join(', ') }}
        )
{% endif %}
        return await self._save(row, dict(body))

    @transactional
${{ method('replace', ['row_id: ' + idType, 'body: ' + entity.pascal + 'Create', 'if_match: str | None'], entity.pascal) }}
        """Sets everything that can be written of a row."""
        row = await self._lock(row_id, if_match)
        return await self._save(row, dict(body))

    @transactional
${{ method('patch', ['row_id: ' + idType, 'body: ' + entity.pascal + 'Update', 'if_match: str | None'], entity.pascal) }}
        """Sets what a merge patch names."""
        row = await self._lock(row_id, if_match)
        changes = {name: getattr(body, name) for name in body.model_fields_set}
{% if merges %}
        for name in MERGED & changes.keys():
{% if mergesDefaults %}
            if changes[name] is None:
                changes[name] = deepcopy(DEFAULTS.get(name))
            else:
                changes[name] = merge_patch(getattr(row, name), changes[name])
{% else %}
            if changes[name] is not None:
                changes[name] = merge_patch(getattr(row, name), changes[name])
{% endif %}
{% endif %}
        return await self._save(row, changes)

    @transactional
    async def delete(self, row_id: ${{ idType }}, if_match: str | None) -> None:
        """Removes a row."""
        await self.rows.delete(await self._lock(row_id, if_match))

${{ method('_lock', ['row_id: ' + idType, 'if_match: str | None'], entity.pascal) }}
        row = await self.get(row_id, lock=True)
        if if_match is not None:
            check_if_match(if_match, dumps(read_row(row)))
        return row

${{ method('_save', ['row: ' + entity.pascal, 'values: dict[str, Any]'], entity.pascal) }}
{% if entity.relations.length %}
        await self._check_references(values)
{% endif %}
{% if links %}
        links = {name: values.pop(name) for name in self.rows.join_tables if name in values}
{% endif %}
        for name, value in values.items():
            setattr(row, name, value)
{% if entity.timestamps %}
        row.updated_at = now()
{% endif %}
{% if links %}
        await self.rows.save_with_links(row, links)
{% else %}
        await self.rows.save(row)
{% endif %}
        return row
{% if entity.relations.length %}

    async def _check_references(self, values: dict[str, Any]) -> None:
{% for relation in entity.relations %}
{% set arguments = 'self.session, self.caller' if relation.target.owned else 'self.session' %}
{% set call = 'repositories.' + relation.target.pascal + 'Repository(' + arguments + ')' %}
{% set line = '        await ' + call + '.require("' + relation.wireName + '", values.get("' + relation.column + '"))' %}
{% if (line | length) <= 100 %}
${{ line }}
{% else %}
{% if (call | length) <= 77 %}
        await ${{ call }}.require(
{% else %}
        await repositories.${{ relation.target.pascal }}Repository(
            ${{ arguments }}
        ).require(
{% endif %}
            "${{ relation.wireName }}",
            values.get("${{ relation.column }}"),
        )
{% endif %}
{% endfor %}
{% endif %}
