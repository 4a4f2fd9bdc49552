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
{#- The schema of a field, with the bounds that JSON Schema has no words for. -#}
{% macro schemaOf(field, schema, pad) -%}
{
{% for key, value in schema %}
{% if key == 'items' and field.type == 'array' %}
${{ pad }}    "items": ${{ schemaOf(field.items, value, pad + '    ') }},
{% elif key == 'properties' and field.type == 'object' %}
${{ pad }}    "properties": {
{% for member in field.fields %}
${{ pad }}        "${{ member.name }}": ${{ schemaOf(member, value[member.name], pad + '        ') }},
{% endfor %}
${{ pad }}    },
{% else %}
${{ pad }}    "${{ key }}": ${{ literal(value, pad + '    ') }},
{% endif %}
{% endfor %}
{% if field.type == 'email' or field.type == 'uri' %}
{% if field.minLength %}
${{ pad }}    "minLength": ${{ field.minLength }},
{% endif %}
${{ pad }}    "maxLength": ${{ field.maxLength }},
{% elif field.type == 'dateTime' %}
{% if field.minimum is defined %}
${{ pad }}    "formatMinimum": ${{ literal(field.minimum, '') }},
{% endif %}
{% if field.maximum is defined %}
${{ pad }}    "formatMaximum": ${{ literal(field.maximum, '') }},
{% endif %}
{% endif %}
${{ pad }}}
{%- endmacro %}
{% macro kind(field) -%}
{% if field.type == 'integer' %}fields.IntegerField(){% elif field.type == 'number' %}fields.NumberField()
{%- elif field.type == 'decimal' %}fields.DecimalField(scale=${{ field.scale }}){% elif field.type == 'bigInteger' %}fields.BigIntegerField()
{%- elif field.type == 'dateTime' %}fields.InstantField(){% endif %}
{%- endmacro %}
{% set typed = [] %}
{% set texts = [] %}
{% set hasStatus = false %}
{% set owner = 'user_id' %}
{% for field in entity.fields %}
{% if field.type in ['integer', 'number', 'decimal', 'bigInteger', 'dateTime'] %}
{% set typed = typed.concat([field]) %}
{% endif %}
{% if field.type == 'string' or field.type == 'text' %}
{% set texts = texts.concat([field]) %}
{% endif %}
{% if field.name == 'status' and (field.type == 'enum' or field.type == 'string') %}
{% set hasStatus = true %}
{% endif %}
{% if field.name == 'user_id' %}
{% set owner = 'owner_id' %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.wireName == 'user_id' %}
{% set owner = 'owner_id' %}
{% endif %}
{% endfor %}
{% set searched = entity.searchable if entity.searchable.length else texts %}
{% set required = entity.schemas.create.required or [] %}
# -*- coding: utf-8 -*-
"""What one ${{ entity.title | lower }} is made of."""

{% if typed.length or entity.relations.length %}
from admin_server.api import fields
{% endif %}
from admin_server.api.model import Model


class ${{ entity.pascal }}(Model):
    """${{ entity.comment or entity.title }}"""

    _collection = "${{ entity.table }}"
    _fields = {
{% for field in entity.fields %}
        "${{ field.name }}",
{% endfor %}
{% for relation in entity.relations %}
        "${{ relation.wireName }}",
{% endfor %}
        "${{ owner }}",
{% if entity.timestamps %}
        "created_at",
        "updated_at",
{% endif %}
{% if entity.softDelete %}
        "deleted_at",
{% endif %}
    }
    _json_schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "${{ entity.pascal }}:Create",
        "type": "object",
        "required": ${{ literal(required, '        ') }},
        "additionalProperties": False,
        "properties": {
{% for field in entity.fields %}
            "${{ field.name }}": ${{ schemaOf(field, entity.schemas.create.properties[field.name], '            ') }},
{% endfor %}
{% for relation in entity.relations %}
            "${{ relation.wireName }}": {
{% if relation.kind == 'manyToMany' %}
                "type": "array",
                "uniqueItems": True,
                "items": {
                    "type": "string",
                    "pattern": "^[0-9a-f]{24}$",
                },
{% else %}
                "type": ${{ '"string"' if relation.required else '["string", "null"]' }},
                "pattern": "^[0-9a-f]{24}$",
{% endif %}
{% if relation.description %}
                "description": ${{ literal(relation.description, '') }},
{% endif %}
            },
{% endfor %}
        },
    }
{% if typed.length or entity.relations.length %}
    _types = {
{% for field in typed %}
{% if field.type == 'decimal' and (field.name | length) > 50 %}
        "${{ field.name }}": fields.DecimalField(
            scale=${{ field.scale }},
        ),
{% else %}
        "${{ field.name }}": ${{ kind(field) }},
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
        "${{ relation.wireName }}": fields.ReferenceListField(
            "${{ relation.target.table }}",
        ),
{% else %}
        "${{ relation.wireName }}": fields.ReferenceField(
            "${{ relation.target.table }}",
            on_delete="${{ 'set_null' if relation.onDelete == 'setNull' else relation.onDelete }}",
        ),
{% endif %}
{% endfor %}
    }
{% endif %}
{% if searched.length %}
    _searched = [
{% for field in searched %}
        "${{ field.name }}",
{% endfor %}
    ]
{% endif %}
{% if owner != 'user_id' %}
    _owner_field = "${{ owner }}"
{% endif %}
{% if not entity.timestamps %}
    _has_timestamps = False
{% endif %}
{% if entity.owned %}
    _is_private = True
{% endif %}
{% if entity.softDelete %}
    _is_soft_deleted = True
{% endif %}
{% if hasStatus %}
    _has_status = True
{% endif %}
