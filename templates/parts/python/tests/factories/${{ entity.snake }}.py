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
{% set references = [] %}
{% set links = [] %}
{% for relation in entity.relations %}
{% if relation.required and relation.kind == 'manyToMany' %}
{% set links = links.concat([relation]) %}
{% elif relation.required %}
{% set references = references.concat([relation]) %}
{% endif %}
{% endfor %}
"""Bodies of ${{ entity.plural.title | lower }}."""

from __future__ import annotations

from tests.factories.factory import Factory

FACTORY = Factory(
    path="${{ entity.path }}",
    bodies=[
{% for example in entity.examples %}
{% set isEmpty = true %}
{% for field in entity.fields %}
{% if example[field.name] is defined %}
{% set isEmpty = false %}
{% endif %}
{% endfor %}
{% if isEmpty %}
        {},
{% else %}
        {
{% for field in entity.fields %}
{% set value = example[field.name] %}
{% if value is defined %}
            "${{ field.name }}": ${{ literal(value, '            ') }},
{% endif %}
{% endfor %}
        },
{% endif %}
{% endfor %}
    ],
{% if references.length %}
    references={
{% for relation in references %}
        "${{ relation.wireName }}": "${{ relation.target.snake }}",
{% endfor %}
    },
{% endif %}
{% if links.length %}
    links={
{% for relation in links %}
        "${{ relation.wireName }}": "${{ relation.target.snake }}",
{% endfor %}
    },
{% endif %}
)
