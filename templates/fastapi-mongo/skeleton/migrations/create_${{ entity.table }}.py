{% macro bsonType(field) -%}
{% if field.type in ['string', 'text', 'email', 'uri', 'date', 'time'] %}string{% elif field.type == 'integer' %}int{% elif field.type == 'bigInteger' %}long{% elif field.type == 'number' %}double{% elif field.type == 'decimal' %}decimal{% elif field.type == 'boolean' %}bool{% elif field.type == 'dateTime' %}date{% elif field.type == 'uuid' %}binData{% elif field.type == 'array' %}array{% else %}object{% endif %}
{%- endmacro %}
{% macro idType(id) -%}
{% if id == 'integer' %}int{% elif id == 'uuid' %}binData{% else %}objectId{% endif %}
{%- endmacro %}
{% macro property(name, type) -%}
{% if (name | length) > 50 %}
        "${{ name }}": {
            "bsonType": "${{ type }}",
        },
{%- else %}
        "${{ name }}": {"bsonType": "${{ type }}"},
{%- endif %}
{%- endmacro %}
{% macro index(name, isUnique) -%}
{% if isUnique %}
    IndexModel(
{% if entity.softDelete %}
        [("${{ name }}", ASCENDING), ("_hidden", ASCENDING)],
{% else %}
        [("${{ name }}", ASCENDING)],
{% endif %}
        name="unique_${{ name }}",
        unique=True,
        sparse=True,
    ),
{%- else %}
    IndexModel([("${{ name }}", ASCENDING)]),
{%- endif %}
{%- endmacro %}
{% set hasIndexes = entity.owned or entity.relations.length > 0 %}
{% for field in entity.fields %}
{% if field.unique or field.index or field.filterable %}
{% set hasIndexes = true %}
{% endif %}
{% endfor %}
"""Create ${{ entity.table }}."""

from typing import Any

from pymongo import {% if hasIndexes %}ASCENDING, {% endif %}IndexModel
from pymongo.asynchronous.database import AsyncDatabase

from migrations.steps import create_collection

SCHEMA = {
    "bsonType": "object",
    "required": [
        "_id",
        "_version",
{% for field in entity.fields %}
{% if field.required %}
        "${{ field.name }}",
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.required or relation.kind == 'manyToMany' %}
        "${{ relation.wireName }}",
{% endif %}
{% endfor %}
{% if entity.owned %}
        "owner_id",
{% endif %}
{% if entity.timestamps %}
        "created_at",
        "updated_at",
{% endif %}
    ],
    "properties": {
        "_id": {"bsonType": "${{ idType(entity.id) }}"},
{% for field in entity.fields %}
{% if field.type == 'enum' %}
        "${{ field.name }}": {
            "enum": [
{% for value in field.values %}
                ${{ value | dump }},
{% endfor %}
            ],
        },
{% elif field.type != 'json' %}
${{ property(field.name, bsonType(field)) }}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
        "${{ relation.wireName }}": {
            "bsonType": "array",
            "items": {"bsonType": "${{ idType(relation.target.id) }}"},
        },
{% else %}
${{ property(relation.wireName, idType(relation.target.id)) }}
{% endif %}
{% endfor %}
{% if entity.owned %}
        "owner_id": {"bsonType": "string"},
{% endif %}
{% if entity.timestamps %}
        "created_at": {"bsonType": "date"},
        "updated_at": {"bsonType": "date"},
{% endif %}
{% if entity.softDelete %}
        "deleted_at": {"bsonType": "date"},
{% endif %}
    },
}

{% if hasIndexes %}
INDEXES = [
{% for field in entity.fields %}
{% if field.unique or field.index or field.filterable %}
${{ index(field.name, field.unique) }}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
${{ index(relation.wireName, relation.unique) }}
{% endfor %}
{% if entity.owned %}
${{ index('owner_id', false) }}
{% endif %}
]
{% else %}
INDEXES: list[IndexModel] = []
{% endif %}


async def upgrade(database: AsyncDatabase[dict[str, Any]]) -> None:
    await create_collection(
        database,
        "${{ entity.table }}",
        {"$jsonSchema": SCHEMA},
        INDEXES,
    )
