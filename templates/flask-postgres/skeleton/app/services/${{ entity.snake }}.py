{% macro imported(module, name) -%}
{% if (module | length) + (name | length) > 80 %}from ${{ module }} import (
    ${{ name }},
)
{%- else %}from ${{ module }} import ${{ name }}
{%- endif %}
{%- endmacro %}
{% macro signature(name, parameters, result) -%}
{% set line = 'def ' + name + '(' + (parameters | join(', ')) + ') -> ' + result + ':' %}
{% if (line | length) > 96 %}
def ${{ name }}(
{% for parameter in parameters %}
    ${{ parameter }}{% if parameter != '*' or not loop.last %},{% endif %}

{% endfor %}
) -> ${{ result }}:
{%- else %}
${{ line }}
{%- endif %}
{%- endmacro %}
{# A call, laid out as the formatter does whatever the length of a name. -#}
{% macro called(name, arguments, pad, variable) -%}
{% if (name | length) + (variable | length) > 65 and arguments.length %}
${{ name }}(
{% for argument in arguments %}
${{ pad }}    ${{ argument }},
{% endfor %}
${{ pad }})
{%- else %}
${{ name }}(${{ arguments | join(', ') }})
{%- endif %}
{%- endmacro %}
{% set merged = false %}
{% set mergedDefaults = false %}
{% for field in entity.fields %}
{% if field.type == 'json' or field.type == 'object' %}
{% set merged = true %}
{% if field.hasDefault %}
{% set mergedDefaults = true %}
{% endif %}
{% endif %}
{% endfor %}
{% set checked = [] %}
{% set filtersTargets = false %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' or relation.target.owned or relation.target.softDelete %}
{% set checked = checked.concat([relation]) %}
{% endif %}
{% if relation.target.owned %}
{% set filtersTargets = true %}
{% endif %}
{% endfor %}
{% set usesCaller = entity.owned or filtersTargets %}
{% set pascal = entity.pascal %}
{% set idType = 'int' if entity.id == 'integer' else 'UUID' %}
{% set scope = ['session', 'caller'] if entity.owned else ['session'] %}
{% set repository = called(pascal + 'Repository', scope, '    ', 'repository') %}
{% set readCaller = ['caller: Caller'] if entity.owned else [] %}
{% set writeCaller = ['caller: Caller'] if usesCaller else [] %}
{% set give = ', caller' if usesCaller else '' %}
{% set giveOwner = ', caller' if entity.owned else '' %}
{% set lines = [
  'from app.core.etag import check_if_match',
  'from app.core.list_query import ListQuery',
  'from app.database import reading, writing' if checked.length else 'from app.database import reading, writing, writing_once',
  'from app.repositories.base import Page',
  imported('app.models', pascal),
  imported('app.repositories.' + entity.snake, pascal + 'Repository'),
  imported('app.schemas', entity.snake + ' as schemas')
] %}
{% if usesCaller %}
{% set lines = lines.concat(['from app.core.tokens import Caller']) %}
{% endif %}
{% if merged %}
{% set lines = lines.concat(['from app.core.merge_patch import merge_patch', imported('app.fields', entity.snake + ' as fields')]) %}
{% endif %}
{% if entity.timestamps %}
{% set lines = lines.concat(['from app.models.base import now']) %}
{% endif %}
{% set seen = [entity.snake] %}
{% for relation in checked %}
{% if relation.target.snake not in seen %}
{% set seen = seen.concat([relation.target.snake]) %}
{% set lines = lines.concat([imported('app.repositories.' + relation.target.snake, relation.target.pascal + 'Repository')]) %}
{% endif %}
{% endfor %}
"""What the service does with ${{ entity.plural.title | lower }}."""

from __future__ import annotations

from typing import Any
{% if entity.id != 'integer' %}
from uuid import UUID
{% endif %}

from sqlalchemy.orm import Session

${{ lines | sort(false, true) | join('\n') }}


@reading
${{ signature('find_page', ['session: Session', 'query: ListQuery'].concat(readCaller), 'Page[' + pascal + ']') }}
    repository = ${{ repository }}
    return repository.find_page(query)


@reading
${{ signature('get', ['session: Session', 'row_id: ' + idType].concat(readCaller), pascal) }}
    repository = ${{ repository }}
    return repository.get(row_id)


@${{ 'writing' if checked.length else 'writing_once' }}
${{ signature('create', ['session: Session', 'values: dict[str, Any]'].concat(writeCaller), pascal) }}
    row = ${{ called(pascal, ['owner_id=caller.id'] if entity.owned else [], '    ', 'row') }}
    return _save(session, row, values${{ give }})


@writing
${{ signature('replace', ['session: Session', 'row_id: ' + idType, 'values: dict[str, Any]', 'if_match: str | None'].concat(writeCaller), pascal) }}
    row = _get_to_change(session, row_id, if_match${{ giveOwner }})
{% if entity.timestamps %}
    row.updated_at = now()
{% endif %}
    return _save(session, row, values${{ give }})


@writing
${{ signature('patch', ['session: Session', 'row_id: ' + idType, 'changes: dict[str, Any]', 'if_match: str | None'].concat(writeCaller), pascal) }}
    row = _get_to_change(session, row_id, if_match${{ giveOwner }})
{% if entity.timestamps %}
    row.updated_at = now()
{% endif %}
{% if merged %}
    merged = {
{% if mergedDefaults %}
        name: fields.DEFAULTS.get(name)
        if changes[name] is None
        else merge_patch(getattr(row, name), changes[name])
        for name in fields.MERGED & changes.keys()
{% else %}
        name: merge_patch(getattr(row, name), changes[name])
        for name in fields.MERGED & changes.keys()
{% endif %}
    }
    return _save(session, row, {**changes, **merged}${{ give }})
{% else %}
    return _save(session, row, changes${{ give }})
{% endif %}


@writing
${{ signature('delete', ['session: Session', 'row_id: ' + idType, 'if_match: str | None'].concat(readCaller), 'None') }}
    row = _get_to_change(session, row_id, if_match${{ giveOwner }})
    repository = ${{ repository }}
    repository.delete(row)


${{ signature('_get_to_change', ['session: Session', 'row_id: ' + idType, 'if_match: str | None'].concat(readCaller), pascal) }}
    repository = ${{ repository }}
    row = repository.get(row_id, for_update=True)
    check_if_match(if_match, schemas.READ.represent(row))
    return row


${{ signature('_save', ['session: Session', 'row: ' + pascal, 'values: dict[str, Any]'].concat(writeCaller), pascal) }}
{% for relation in checked %}
{% set targets = relation.snake + '_targets' %}
{% set target = called(relation.target.pascal + 'Repository', ['session', 'caller'] if relation.target.owned else ['session'], '        ', targets) %}
{% set ids = 'values["' + relation.column + '"]' %}
{% if relation.kind == 'manyToMany' %}
    if values.get("${{ relation.column }}"):
{% else %}
{% set ids = '[' + ids + ']' %}
    if values.get("${{ relation.column }}") is not None:
{% endif %}
        ${{ targets }} = ${{ target }}
{% if (relation.wireName | length) + (ids | length) + (targets | length) > 72 %}
        ${{ targets }}.check_exist(
            "${{ relation.wireName }}",
            ${{ ids }},
        )
{% else %}
        ${{ targets }}.check_exist("${{ relation.wireName }}", ${{ ids }})
{% endif %}
{% endfor %}
    repository = ${{ repository }}
    return repository.save(row, values)
