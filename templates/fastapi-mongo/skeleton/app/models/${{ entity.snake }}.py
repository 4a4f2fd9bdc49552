{% macro pythonType(field) -%}
{% if field.type in ['string', 'email', 'uri', 'enum', 'text', 'date', 'time'] %}str{% elif field.type in ['integer', 'bigInteger'] %}int{% elif field.type == 'number' %}float{% elif field.type == 'decimal' %}Decimal{% elif field.type == 'boolean' %}bool{% elif field.type == 'dateTime' %}Instant{% elif field.type == 'uuid' %}UUID{% elif field.type == 'array' %}list[Any]{% elif field.type == 'object' %}dict[str, Any]{% else %}Any{% endif %}
{%- endmacro %}
{% macro idType(id) -%}
{% if id == 'integer' %}int{% elif id == 'uuid' %}UUID{% else %}ObjectId{% endif %}
{%- endmacro %}
{% macro member(name, type, isThere, needsCall) -%}
{% set annotation = type if isThere else 'NotRequired[' + type + ']' %}
{% if needsCall %}
        "${{ name }}": ${{ annotation }},
{%- else %}
    ${{ name }}: ${{ annotation }}
{%- endif %}
{%- endmacro %}
{% macro onDelete(relation) -%}
{% if relation.kind == 'manyToMany' %}remove{% elif relation.onDelete == 'setNull' %}set_null{% else %}${{ relation.onDelete }}{% endif %}
{%- endmacro %}
{% set keywords = ['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield'] %}
{% set types = ['bool', 'dict', 'float', 'int', 'list', 'str'] %}
{% set fieldTypes = [] %}
{% set hasKeywords = false %}
{% set needsCall = false %}
{% set hasOptional = entity.softDelete %}
{% set ids = [entity.id] %}
{% for field in entity.fields %}
{% set fieldTypes = fieldTypes.concat([field.type]) %}
{% if field.name in keywords %}
{% set hasKeywords = true %}
{% endif %}
{% if field.name in keywords or field.name in types %}
{% set needsCall = true %}
{% endif %}
{% if not field.required %}
{% set hasOptional = true %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% set ids = ids.concat([relation.target.id]) %}
{% if relation.kind != 'manyToMany' and not relation.required %}
{% set hasOptional = true %}
{% endif %}
{% endfor %}
{% set usesJson = 'json' in fieldTypes or 'array' in fieldTypes or 'object' in fieldTypes %}
{% set usesUuids = 'uuid' in ids or 'uuid' in fieldTypes %}
"""${{ entity.plural.title }} as the database keeps them."""

{% if entity.timestamps or entity.softDelete or 'dateTime' in fieldTypes %}
from datetime import datetime as Instant
{% endif %}
{% if 'decimal' in fieldTypes %}
from decimal import Decimal
{% endif %}
from typing import {% if usesJson %}Any, {% endif %}TypedDict
{% if usesUuids %}
from uuid import UUID
{% endif %}

{% if 'objectId' in ids %}
from bson import ObjectId
{% endif %}
{% if hasOptional %}
from typing_extensions import NotRequired
{% endif %}
{% if hasOptional or 'objectId' in ids %}

{% endif %}
from app.models.base import Collection

COLLECTION = Collection(
    "${{ entity.table }}",
{% if entity.id != 'objectId' %}
    id="${{ entity.id }}",
{% endif %}
{% if entity.relations.length %}
    references={
{% for relation in entity.relations %}
{% if (relation.wireName | length) + (relation.target.table | length) > 70 %}
        "${{ relation.wireName }}": (
            "${{ relation.target.table }}",
            "${{ onDelete(relation) }}",
        ),
{% else %}
        "${{ relation.wireName }}": ("${{ relation.target.table }}", "${{ onDelete(relation) }}"),
{% endif %}
{% endfor %}
    },
{% endif %}
{% if not entity.timestamps %}
    has_timestamps=False,
{% endif %}
{% if entity.softDelete %}
    hides_rows=True,
{% endif %}
)


{% if needsCall %}
# Some properties are called as words of Python, which no class body could hold.
${{ entity.pascal }} = TypedDict({% if not hasKeywords %}  # noqa: UP013{% endif %}

    "${{ entity.pascal }}",
    {
        "_id": ${{ idType(entity.id) }},
        "_version": int,
{% else %}
class ${{ entity.pascal }}(TypedDict):
    """${{ entity.comment or entity.title }}"""

    _id: ${{ idType(entity.id) }}
    _version: int
{% endif %}
{% for field in entity.fields %}
${{ member(field.name, pythonType(field), field.required, needsCall) }}
{% endfor %}
{% for relation in entity.relations %}
{% set type = idType(relation.target.id) %}
${{ member(relation.wireName, 'list[' + type + ']' if relation.kind == 'manyToMany' else type, relation.required or relation.kind == 'manyToMany', needsCall) }}
{% endfor %}
{% if entity.owned %}
${{ member('owner_id', 'str', true, needsCall) }}
{% endif %}
{% if entity.timestamps %}
${{ member('created_at', 'Instant', true, needsCall) }}
${{ member('updated_at', 'Instant', true, needsCall) }}
{% endif %}
{% if entity.softDelete %}
${{ member('deleted_at', 'Instant', false, needsCall) }}
{% endif %}
{% if needsCall %}
    },
)
{% endif %}
