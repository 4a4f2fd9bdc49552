{% set isMongo = values.database == 'mongo' %}
{#- A Python literal of any JSON value, laid out as ruff does it. -#}
{% macro literal(value, pad) -%}
{% if value === null %}None{% elif value === true %}True{% elif value === false %}False
{%- elif value is string -%}
{% set pieces = value.split('"') %}
{% if pieces.length > value.split("'").length %}'{% for piece in pieces %}${{ piece | dump | replace('"', '') | replace("'", "\\'") }}{% if not loop.last %}"{% endif %}{% endfor %}'{% else %}${{ value | dump }}{% endif %}
{%- elif value is number %}${{ value | dump | replace('e+', 'e') }}
{%- elif value is iterable -%}
{% if value.length %}[
{% for item in value %}
${{ pad }}    ${{ literal(item, pad + '    ') }},
{% endfor %}
${{ pad }}]{% else %}[]{% endif %}
{%- else -%}
{% set isEmpty = true %}
{% for key, member in value %}
{% if loop.first %}
{% set isEmpty = false %}
{
{% endif %}
${{ pad }}    ${{ literal(key, '') }}: ${{ literal(member, pad + '    ') }},
{% if loop.last %}
${{ pad }}}
{%- endif %}
{% endfor %}
{% if isEmpty %}{}{% endif %}
{%- endif %}
{%- endmacro %}
{% macro text(field, pad) -%}
(
{% if field.minLength %}
${{ pad }}    min_length=${{ field.minLength }},
{% endif %}
${{ pad }}    max_length=${{ field.maxLength }},
{% if field.pattern %}
${{ pad }}    pattern=${{ literal(field.schema.pattern, '') }},
{% endif %}
${{ pad }})
{%- endmacro %}
{% macro bounds(field, pad) -%}
{% if field.minimum is defined or field.maximum is defined %}
(
{% if field.minimum is defined %}
${{ pad }}    minimum=${{ literal(field.minimum, '') }},
{% endif %}
{% if field.maximum is defined %}
${{ pad }}    maximum=${{ literal(field.maximum, '') }},
{% endif %}
${{ pad }})
{%- else %}()
{%- endif %}
{%- endmacro %}
{% macro schema(field, pad) -%}
{% if field.type == 'string' or field.type == 'text' or field.type == 'email' or field.type == 'uri' -%}
wire.${{ 'text' if field.type == 'string' else field.type }}{% if field.minLength or field.pattern %}${{ text(field, pad) }}{% else %}(max_length=${{ field.maxLength }}){% endif %}
{%- elif field.type == 'decimal' -%}
{% if field.minimum is defined or field.maximum is defined -%}
wire.decimal(
${{ pad }}    precision=${{ field.precision }},
${{ pad }}    scale=${{ field.scale }},
{% if field.minimum is defined %}
${{ pad }}    minimum=${{ literal(field.minimum, '') }},
{% endif %}
{% if field.maximum is defined %}
${{ pad }}    maximum=${{ literal(field.maximum, '') }},
{% endif %}
${{ pad }})
{%- else %}wire.decimal(precision=${{ field.precision }}, scale=${{ field.scale }}){% endif %}
{%- elif field.type == 'enum' -%}
wire.one_of(
{% for value in field.values %}
${{ pad }}    ${{ literal(value, '') }},
{% endfor %}
${{ pad }})
{%- elif field.type == 'array' -%}
wire.array(
${{ pad }}    ${{ schema(field.items, pad + '    ') }},
{% if field.minItems is defined %}
${{ pad }}    min_items=${{ field.minItems }},
{% endif %}
{% if field.maxItems is defined %}
${{ pad }}    max_items=${{ field.maxItems }},
{% endif %}
${{ pad }})
{%- elif field.type == 'object' -%}
wire.obj(
${{ pad }}    {
{% for member in field.fields %}
${{ pad }}        "${{ member.name }}": wire.Member(
${{ pad }}            ${{ schema(member, pad + '            ') }},
{% if member.required %}
${{ pad }}            required=True,
{% endif %}
{% if member.hasDefault %}
${{ pad }}            default=${{ literal(member.default, pad + '            ') }},
{% endif %}
${{ pad }}        ),
{% endfor %}
${{ pad }}    },
${{ pad }})
{%- elif field.type == 'boolean' or field.type == 'json' or field.type == 'uuid' %}wire.${{ field.type }}()
{%- elif field.type == 'bigInteger' %}wire.big_integer${{ bounds(field, pad) }}
{%- elif field.type == 'dateTime' %}wire.date_time${{ bounds(field, pad) }}
{%- else %}wire.${{ field.type }}${{ bounds(field, pad) }}
{%- endif %}
{%- endmacro %}
{% macro reference(id) -%}
{% if id == 'integer' %}wire.integer(minimum=1){% elif id == 'objectId' %}wire.object_id(){% else %}wire.uuid(){% endif %}
{%- endmacro %}
{% macro filter(name, attribute, isComparable) %}
{% if isMongo %}
{% if (name | length) + (attribute | length) > 55 %}
        "${{ name }}": Filter(
            ${{ attribute | upper }},
{% if isComparable %}
            comparable=True,
{% endif %}
        ),
{% else %}
        "${{ name }}": Filter(${{ attribute | upper }}{% if isComparable %}, comparable=True{% endif %}),
{% endif %}
{% else %}
{% if (name | length) + 2 * (attribute | length) + (entity.pascal | length) > 50 %}
        "${{ name }}": Filter(
            ${{ entity.pascal }}.${{ attribute }},
            ${{ attribute | upper }},
{% if isComparable %}
            comparable=True,
{% endif %}
        ),
{% else %}
        "${{ name }}": Filter(${{ entity.pascal }}.${{ attribute }}, ${{ attribute | upper }}{% if isComparable %}, comparable=True{% endif %}),
{% endif %}
{% endif %}
{% endmacro %}
{% set hasDefaults = false %}
{% set merged = [] %}
{% set hasFilters = false %}
{% for field in entity.fields %}
{% if field.hasDefault %}
{% set hasDefaults = true %}
{% endif %}
{% if field.type == 'json' or field.type == 'object' %}
{% set merged = merged.concat([field.name if isMongo else field.snake]) %}
{% endif %}
{% if field.filterable %}
{% set hasFilters = true %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
{% set hasFilters = true %}
{% endif %}
{% endfor %}
{% set listImports = 'Filter, ListDefinition' if hasFilters else 'ListDefinition' %}
"""What the properties of one ${{ entity.title | lower }} may hold, and what a list can be asked for."""

from __future__ import annotations

{% if hasDefaults %}
from typing import Any

{% endif %}
from app.core import wire
from app.core.list_query import ${{ listImports }}
{% if isMongo %}
{% elif (entity.snake | length) > 35 %}
from app.models import (
    ${{ entity.pascal }},
)
{% else %}
from app.models import ${{ entity.pascal }}
{% endif %}

ID = ${{ reference(entity.id) }}
{% for field in entity.fields %}
${{ field.snake | upper }} = ${{ schema(field, '') }}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
${{ relation.column | upper }} = wire.id_set(${{ reference(relation.target.id) }})
{% else %}
${{ relation.column | upper }} = ${{ reference(relation.target.id) }}
{% endif %}
{% endfor %}
{% if hasDefaults %}

# What a property is where it is left out. Copy those that can be changed.
DEFAULTS: dict[str, Any] = {
{% for field in entity.fields %}
{% if field.hasDefault %}
{% if (field.default is string or field.default is number or field.default === true or field.default === false) and (field.default | dump | length) + 2 * (field.snake | length) < 70 %}
    "${{ field.name if isMongo else field.snake }}": ${{ field.snake | upper }}.load(${{ literal(field.default, '') }}),
{% else %}
    "${{ field.name if isMongo else field.snake }}": ${{ field.snake | upper }}.load(
        ${{ literal(field.default, '        ') }},
    ),
{% endif %}
{% endif %}
{% endfor %}
}
{% endif %}
{% if merged.length %}

# What a patch is merged into instead of replacing it.
MERGED = frozenset(
    {
{% for name in merged %}
        "${{ name }}",
{% endfor %}
    },
)
{% endif %}

LIST = ListDefinition(
{% if isMongo %}
    sortable=(
        "id",
{% if entity.timestamps %}
        "created_at",
        "updated_at",
{% endif %}
{% for field in entity.fields %}
{% if field.sortable %}
        "${{ field.name }}",
{% endif %}
{% endfor %}
    ),
{% if entity.searchable.length > 1 %}
    searchable=(
{% for field in entity.searchable %}
        "${{ field.name }}",
{% endfor %}
    ),
{% elif entity.searchable.length %}
    searchable=("${{ entity.searchable[0].name }}",),
{% else %}
    searchable=(),
{% endif %}
{% else %}
    sortable={
        "id": ${{ entity.pascal }}.id,
{% if entity.timestamps %}
        "created_at": ${{ entity.pascal }}.created_at,
        "updated_at": ${{ entity.pascal }}.updated_at,
{% endif %}
{% for field in entity.fields %}
{% if field.sortable %}
        "${{ field.name }}": ${{ entity.pascal }}.${{ field.snake }},
{% endif %}
{% endfor %}
    },
{% if entity.searchable.length > 1 %}
    searchable=(
{% for field in entity.searchable %}
        ${{ entity.pascal }}.${{ field.snake }},
{% endfor %}
    ),
{% elif entity.searchable.length %}
    searchable=(${{ entity.pascal }}.${{ entity.searchable[0].snake }},),
{% else %}
    searchable=(),
{% endif %}
{% endif %}
    filters={
{%- if hasFilters %}

{% for field in entity.fields %}
{% if field.filterable %}
${{ filter(field.name, field.snake, field.comparable) }}{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
${{ filter(relation.wireName, relation.column, false) }}{% endif %}
{% endfor %}
    },
{% else %}},
{% endif %}
)
