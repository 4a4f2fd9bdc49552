{% set LINE = 100 %}
{% set isMongo = values.database == 'mongo' %}
{% macro python(field) -%}
{% if field.type in ['string', 'text', 'email', 'uri', 'enum'] %}str{% elif field.type in ['integer', 'bigInteger'] %}int{% elif field.type == 'number' %}float{% elif field.type == 'decimal' %}Decimal{% elif field.type == 'boolean' %}bool{% elif isMongo and field.type in ['date', 'time'] %}str{% elif field.type == 'date' %}dt.date{% elif field.type == 'time' %}dt.time{% elif field.type == 'dateTime' %}dt.datetime{% elif field.type == 'uuid' %}UUID{% elif field.type == 'array' %}list[Any]{% elif field.type == 'object' %}dict[str, Any]{% else %}Any{% endif %}
{%- endmacro %}
{% macro answered(field) -%}
{% if field.type in ['bigInteger', 'decimal', 'time', 'dateTime'] %}str{% else %}${{ python(field) }}{% endif %}{% if not field.required and field.type != 'json' %} | None{% endif %}
{%- endmacro %}
{% macro idType(entity) -%}
{% if entity.id == 'integer' %}int{% elif entity.id == 'objectId' %}ObjectId{% else %}UUID{% endif %}
{%- endmacro %}
{% macro annotated(name, type, reader, default) -%}
{% set validator = 'or_default(' + reader + ', ' + default + ')' if default else reader %}
{% set line = name + ' = Annotated[' + type + ', PlainValidator(' + validator + ')]' %}
{% set inner = '    PlainValidator(' + validator + '),' %}
{% if (line | length) <= LINE %}
${{ line }}
{% elif (inner | length) <= LINE %}
${{ name }} = Annotated[
    ${{ type }},
${{ inner }}
]
{% elif default %}
${{ name }} = Annotated[
    ${{ type }},
    PlainValidator(
        or_default(
            ${{ reader }},
            ${{ default }},
        ),
    ),
]
{% else %}
${{ name }} = Annotated[
    ${{ type }},
    PlainValidator(
        ${{ reader }},
    ),
]
{% endif %}
{%- endmacro %}
{% macro member(name, alias, type, default) -%}
{% set start = '    ' + name + ': ' + type %}
{% if alias == name and default != '[]' %}
{% set line = start + ((' = ' + default) if default else '') %}
${{ line }}{% if (line | length) > LINE %}  # fmt: skip{% endif %}
{%- else %}
{% set arguments = ['default=' + default] if default else [] %}
{% set arguments = arguments.concat(['alias="' + alias + '"']) if alias != name else arguments %}
{% set line = start + ' = Field(' + (arguments | join(', ')) + ')' %}
{% if (line | length) <= LINE %}
${{ line }}
{%- elif (start | length) <= LINE - 9 %}
${{ start }} = Field(
{% for argument in arguments %}
        ${{ argument }},
{% endfor %}
    )
{%- else %}
${{ line }}  # fmt: skip
{%- endif %}
{%- endif %}
{%- endmacro %}
{% macro stored(name, isThere, kind) -%}
{% set value = 'row["' + name + '"]' if isThere else 'row.get("' + name + '")' %}
{% set start = '        "' + name + '": ' %}
{% if kind == '' %}
{% set line = start + value + ',' %}
{% if (line | length) <= LINE %}
${{ line }}
{%- elif isThere %}
${{ start }}row[
            "${{ name }}"
        ],
{%- else %}
${{ start }}row.get(
            "${{ name }}",
        ),
{%- endif %}
{% else %}
{% set arguments = [value] if isThere else [kind, value] %}
{% set call = kind + '.dump' if isThere else 'dump_optional' %}
{% set line = start + call + '(' + (arguments | join(', ')) + '),' %}
{% if (line | length) <= LINE %}
${{ line }}
{%- else %}
${{ start }}${{ call }}(
{% for argument in arguments %}
            ${{ argument }},
{% endfor %}
        ),
{%- endif %}
{% endif %}
{%- endmacro %}
{% set usesField = false %}
{% set usesDefaults = false %}
{% set usesNullDefaults = false %}
{% set usesUuid = entity.id == 'uuid' %}
{% set usesObjectId = entity.id == 'objectId' %}
{% set usesOptionalDump = false %}
{% set usesAny = false %}
{% set usesDates = false %}
{% set usesDecimal = false %}
{% set hasWords = false %}
{% set hasBody = entity.fields.length > 0 or entity.relations.length > 0 %}
{% set keywords = ['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield'] %}
{% set types = ['bool', 'dict', 'dt', 'float', 'int', 'list', 'str'] %}
{% set hasKeywords = false %}
{% for field in entity.fields %}
{% if field.name in keywords %}
{% set hasKeywords = true %}
{% endif %}
{% if field.name in keywords or field.name in types %}
{% set hasWords = true %}
{% endif %}
{% if field.snake != field.name %}
{% set usesField = true %}
{% endif %}
{% if isMongo and not field.required and field.type in ['bigInteger', 'decimal', 'dateTime'] %}
{% set usesOptionalDump = true %}
{% endif %}
{% if field.hasDefault %}
{% set usesDefaults = true %}
{% if not field.required %}
{% set usesNullDefaults = true %}
{% endif %}
{% endif %}
{% if field.type == 'uuid' %}
{% set usesUuid = true %}
{% elif field.type in ['array', 'object', 'json'] %}
{% set usesAny = true %}
{% elif field.type == 'dateTime' or (not isMongo and field.type in ['date', 'time']) %}
{% set usesDates = true %}
{% elif field.type == 'decimal' %}
{% set usesDecimal = true %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.column != relation.wireName or (relation.kind == 'manyToMany' and not relation.required) %}
{% set usesField = true %}
{% endif %}
{% if relation.target.id == 'uuid' %}
{% set usesUuid = true %}
{% elif relation.target.id == 'objectId' %}
{% set usesObjectId = true %}
{% endif %}
{% endfor %}
"""What requests may say about ${{ entity.plural.title | lower }}, and what answers say."""

{% if usesDates %}
import datetime as dt
{% endif %}
{% if usesDecimal %}
from decimal import Decimal
{% endif %}
from typing import {% if hasBody %}Annotated, {% endif %}{% if usesAny %}Any, {% endif %}TypedDict
{% if usesUuid %}
from uuid import UUID
{% endif %}

{% if usesObjectId %}
from bson import ObjectId
{% if not hasBody %}

{% endif %}
{% endif %}
{% if hasBody %}
from pydantic import {% if usesField %}Field, {% endif %}PlainValidator

{% endif %}
{% if entity.timestamps %}
from app.core.wire import instant_text
{% endif %}
{% if hasBody %}
from app.fields import ${{ entity.snake }} as fields
{% endif %}
{% if usesDefaults %}
from app.fields.${{ entity.snake }} import DEFAULTS
{% endif %}
from app.models import ${{ entity.pascal }}
from app.schemas.base import {% if hasBody %}LEFT_OUT, {% endif %}Schema{% if usesOptionalDump %}, dump_optional{% endif %}{% if usesNullDefaults %}, or_default{% endif %}


{% for field in entity.fields %}
{% set reader = 'fields.' + (field.snake | upper) %}
{% set default = 'DEFAULTS["' + (field.name if isMongo else field.snake) + '"]' %}
{% set orDefault = default if field.hasDefault and not field.required else '' %}
${{ annotated(field.pascal + 'Value', python(field), reader + '.load', orDefault) }}
{%- if field.type == 'object' or (field.type == 'json' and orDefault) %}
${{ annotated(field.pascal + 'Patch', python(field), reader + '.patch', '') }}
{%- endif %}
{% endfor %}
{% for relation in entity.relations %}
{% set type = ('list[' + idType(relation.target) + ']') if relation.kind == 'manyToMany' else idType(relation.target) %}
${{ annotated(relation.pascal + 'Reference', type, 'fields.' + (relation.column | upper) + '.load', '') }}
{%- endfor %}


class ${{ entity.pascal }}Create(Schema):
    """One ${{ entity.title | lower }} as POST and PUT take it."""
{% if hasBody %}

{% endif %}
{% for field in entity.fields %}
{% set type = field.pascal + 'Value' %}
{% if field.hasDefault %}
${{ member(field.snake, field.name, type, 'DEFAULTS["' + (field.name if isMongo else field.snake) + '"]') }}
{% elif field.required %}
${{ member(field.snake, field.name, type, '') }}
{% else %}
${{ member(field.snake, field.name, type + ' | None', 'None') }}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% set type = relation.pascal + 'Reference' %}
{% if relation.required %}
${{ member(relation.column, relation.wireName, type, '') }}
{% elif relation.kind == 'manyToMany' %}
${{ member(relation.column, relation.wireName, type, '[]') }}
{% else %}
${{ member(relation.column, relation.wireName, type + ' | None', 'None') }}
{% endif %}
{% endfor %}


class ${{ entity.pascal }}Update(Schema):
    """Changes of one ${{ entity.title | lower }} as PATCH takes them, each on its own."""
{% if hasBody %}

{% endif %}
{% for field in entity.fields %}
{% set isPatch = field.type == 'object' or (field.type == 'json' and field.hasDefault and not field.required) %}
{% set isNullable = not field.required and (isPatch or not field.hasDefault) %}
{% set type = field.pascal + ('Patch' if isPatch else 'Value') + (' | None' if isNullable else '') %}
${{ member(field.snake, field.name, type, 'LEFT_OUT') }}
{% endfor %}
{% for relation in entity.relations %}
{% set type = relation.pascal + 'Reference' %}
${{ member(relation.column, relation.wireName, type if relation.required or relation.kind == 'manyToMany' else type + ' | None', 'LEFT_OUT') }}
{% endfor %}


{% if hasWords %}
# Some properties are called as words of Python, which no class body could hold.
${{ entity.pascal }}Read = TypedDict({% if not hasKeywords %}  # noqa: UP013{% endif %}

    "${{ entity.pascal }}Read",
    {
        "id": ${{ idType(entity) }},
{% for field in entity.fields %}
        "${{ field.name }}": ${{ answered(field) }},
{% endfor %}
{% for relation in entity.relations %}
        "${{ relation.wireName }}": {% if relation.kind == 'manyToMany' %}list[${{ idType(relation.target) }}]{% else %}${{ idType(relation.target) }}{% if not relation.required %} | None{% endif %}{% endif %},
{% endfor %}
{% if entity.timestamps %}
        "created_at": str,
        "updated_at": str,
{% endif %}
    },
)
{% else %}
class ${{ entity.pascal }}Read(TypedDict):
    """One ${{ entity.title | lower }} as answers show it."""

    id: ${{ idType(entity) }}
{% for field in entity.fields %}
    ${{ field.name }}: ${{ answered(field) }}
{% endfor %}
{% for relation in entity.relations %}
    ${{ relation.wireName }}: {% if relation.kind == 'manyToMany' %}list[${{ idType(relation.target) }}]{% else %}${{ idType(relation.target) }}{% if not relation.required %} | None{% endif %}{% endif %}

{% endfor %}
{% if entity.timestamps %}
    created_at: str
    updated_at: str
{% endif %}
{% endif %}


{% if (entity.pascal | length) <= 36 %}
def read_row(row: ${{ entity.pascal }}) -> ${{ entity.pascal }}Read:
{% else %}
def read_row(
    row: ${{ entity.pascal }},
) -> ${{ entity.pascal }}Read:
{% endif %}
    """What answers say about a row."""
{% if isMongo %}
    return {
        "id": row["_id"],
{% for field in entity.fields %}
{% set isDumped = field.type in ['bigInteger', 'decimal', 'dateTime'] %}
{% set kind = 'fields.' + (field.snake | upper) %}
${{ stored(field.name, field.required, kind if isDumped else '') }}
{% endfor %}
{% for relation in entity.relations %}
${{ stored(relation.wireName, relation.required or relation.kind == 'manyToMany', '') }}
{% endfor %}
{% if entity.timestamps %}
        "created_at": instant_text(row["created_at"]),
        "updated_at": instant_text(row["updated_at"]),
{% endif %}
    }
{% else %}
    return {
        "id": row.id,
{% for field in entity.fields %}
{% if field.type in ['bigInteger', 'decimal', 'time', 'dateTime'] %}
{% set dumped = 'fields.' + (field.snake | upper) + '.dump(row.' + field.snake + ')' %}
{% set line = '        "' + field.name + '": ' + ('' if field.required else 'None if row.' + field.snake + ' is None else ') + dumped + ',' %}
{% if (line | length) <= LINE %}
${{ line }}
{% else %}
        "${{ field.name }}": (
{% set wide = ('' if field.required else 'None if row.' + field.snake + ' is None else ') + dumped %}
{% if (wide | length) <= 88 %}
            ${{ wide }}
{% else %}
{% if not field.required %}
            None
            if row.${{ field.snake }} is None
{% endif %}
{% if (dumped | length) <= (88 if field.required else 83) %}
            ${{ '' if field.required else 'else ' }}${{ dumped }}
{% else %}
            ${{ '' if field.required else 'else ' }}fields.${{ field.snake | upper }}.dump(
                row.${{ field.snake }}
            )
{% endif %}
{% endif %}
        ),
{% endif %}
{% else %}
        "${{ field.name }}": row.${{ field.snake }},
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
        "${{ relation.wireName }}": row.${{ relation.column }},
{% endfor %}
{% if entity.timestamps %}
        "created_at": instant_text(row.created_at),
        "updated_at": instant_text(row.updated_at),
{% endif %}
    }
{% endif %}
