{#- A Python literal of any JSON value, laid out as black does it. -#}
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
# -*- coding: utf-8 -*-
"""Examples of ${{ entity.plural.title | lower }}. References lead to the examples of other services by their numbers."""

{% if (entity.snake | length) * 2 + (entity.pascal | length) > 60 %}
from admin_server.app_${{ entity.snake }}.${{ entity.snake }} import (
    ${{ entity.pascal }},
)
{% else %}
from admin_server.app_${{ entity.snake }}.${{ entity.snake }} import ${{ entity.pascal }}
{% endif %}

MODEL = ${{ entity.pascal }}
EXAMPLES = [
{% for example in entity.examples %}
{% set id = '00000000000000000000000' + loop.index %}
{% set isEmpty = true %}
{% for field in entity.fields %}
{% if example[field.name] is defined %}
{% set isEmpty = false %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.required or not relation.deferred %}
{% set isEmpty = false %}
{% endif %}
{% endfor %}
{% if isEmpty %}
    {},
{% else %}
    {
{% for field in entity.fields %}
{% if example[field.name] is defined %}
        "${{ field.name }}": ${{ literal(example[field.name], '        ') }},
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.required or not relation.deferred %}
{% if relation.kind == 'manyToMany' %}
        "${{ relation.wireName }}": [
            "${{ id }}",
        ],
{% else %}
        "${{ relation.wireName }}": "${{ id }}",
{% endif %}
{% endif %}
{% endfor %}
    },
{% endif %}
{% endfor %}
]
