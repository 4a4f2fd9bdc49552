{% macro idOf(type, number) -%}
{% if type == 'integer' %}${{ number }}{% else %}UUID("00000000-0000-4000-8000-00000000000${{ number }}"){% endif %}
{%- endmacro %}
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
{% set links = false %}
{% set deferred = false %}
{% set usesUuids = entity.id == 'uuid' %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
{% set links = true %}
{% elif relation.deferred and not relation.required %}
{% set deferred = true %}
{% endif %}
{% if relation.target.id == 'uuid' %}
{% set usesUuids = true %}
{% endif %}
{% endfor %}
"""Examples of ${{ entity.table }}."""

from __future__ import annotations

{% if usesUuids %}
from uuid import UUID

{% endif %}
{% if entity.fields.length %}
from app.fields import ${{ entity.snake }} as fields
{% endif %}
from app.models import ${{ entity.snake }} as models
{% if deferred and links %}
from app.seeds.example import Example, Link, Reference
{% elif links %}
from app.seeds.example import Example, Link
{% elif deferred %}
from app.seeds.example import Example, Reference
{% else %}
from app.seeds.example import Example
{% endif %}

EXAMPLE = Example(
    model=models.${{ entity.pascal }},
    rows=[
{% for example in entity.examples %}
{% set number = loop.index %}
        {
            "id": ${{ idOf(entity.id, number) }},
{% for field in entity.fields %}
{% set value = example[field.name] %}
{% if value is defined %}
{% if (value is string or value is number or value === true or value === false) and (value | dump | length) + 2 * (field.snake | length) < 60 %}
            "${{ field.snake }}": fields.${{ field.snake | upper }}.load(${{ literal(value, '') }}),
{% else %}
            "${{ field.snake }}": fields.${{ field.snake | upper }}.load(
                ${{ literal(value, '                ') }},
            ),
{% endif %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' and (relation.required or not relation.deferred) %}
{% if (relation.column | length) > 40 and relation.target.id == 'uuid' %}
            "${{ relation.column }}": UUID(
                "00000000-0000-4000-8000-00000000000${{ number }}",
            ),
{% else %}
            "${{ relation.column }}": ${{ idOf(relation.target.id, number) }},
{% endif %}
{% endif %}
{% endfor %}
{% if entity.owned %}
            "owner_id": "developer",
{% endif %}
        },
{% endfor %}
    ],
{% if deferred %}
    references=[
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' and relation.deferred and not relation.required %}
        Reference(
            ${{ idOf(entity.id, 2) }},
            "${{ relation.column }}",
            ${{ idOf(relation.target.id, 1) }},
        ),
{% endif %}
{% endfor %}
    ],
{% endif %}
{% if links %}
    links=[
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
        Link(
            models.${{ relation.join.table }},
            ${{ idOf(entity.id, 1) }},
            ${{ idOf(relation.target.id, 2) }},
        ),
{% endif %}
{% endfor %}
    ],
{% endif %}
)
