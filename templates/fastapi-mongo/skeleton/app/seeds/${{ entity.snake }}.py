{% macro idOf(type, number) -%}
{% if type == 'integer' %}${{ number }}{% elif type == 'objectId' %}ObjectId("00000000000000000000000${{ number }}"){% else %}UUID("00000000-0000-4000-8000-00000000000${{ number }}"){% endif %}
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
{% set ids = [entity.id] %}
{% for relation in entity.relations %}
{% set ids = ids.concat([relation.target.id]) %}
{% endfor %}
"""Examples of ${{ entity.table }}."""

{% if 'uuid' in ids %}
from uuid import UUID

{% endif %}
{% if 'objectId' in ids %}
from bson import ObjectId

{% endif %}
{% if entity.fields.length %}
from app.fields import ${{ entity.snake }} as fields
{% endif %}
from app.models.${{ entity.snake }} import COLLECTION
from app.seeds.example import Example

EXAMPLE = Example(
    collection=COLLECTION,
    rows=[
{% for example in entity.examples %}
{% set number = loop.index %}
        {
            "_id": ${{ idOf(entity.id, number) }},
{% for field in entity.fields %}
{% set value = example[field.name] %}
{% if value is defined %}
{% if (value is string or value is number or value === true or value === false) and (value | dump | length) + 2 * (field.snake | length) < 60 %}
            "${{ field.name }}": fields.${{ field.snake | upper }}.load(${{ literal(value, '') }}),
{% else %}
            "${{ field.name }}": fields.${{ field.snake | upper }}.load(
                ${{ literal(value, '                ') }},
            ),
{% endif %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
            "${{ relation.wireName }}": [{% if number == 1 %}${{ idOf(relation.target.id, 2) }}{% endif %}],
{% elif relation.required or not relation.deferred or number == 2 %}
{% set id = idOf(relation.target.id, number if relation.required or not relation.deferred else 1) %}
{% if (relation.wireName | length) > 40 and relation.target.id != 'integer' %}
            "${{ relation.wireName }}": ${{ 'UUID' if relation.target.id == 'uuid' else 'ObjectId' }}(
                ${{ id | replace('UUID(', '') | replace('ObjectId(', '') | replace(')', '') }},
            ),
{% else %}
            "${{ relation.wireName }}": ${{ id }},
{% endif %}
{% endif %}
{% endfor %}
{% if entity.owned %}
            "owner_id": "developer",
{% endif %}
        },
{% endfor %}
    ],
)
