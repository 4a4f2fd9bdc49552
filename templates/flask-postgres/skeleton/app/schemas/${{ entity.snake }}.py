{# A name that Marshmallow has for itself gets an underscore in the schema's own code. -#}
{% macro assign(snake, name, kind, options) %}
{% set isTaken = snake in ['context', 'declared_fields', 'dict_class', 'dump', 'dump_fields', 'dump_only', 'dumps', 'error_messages', 'exclude', 'fields', 'from_dict', 'get_attribute', 'handle_error', 'load', 'load_fields', 'load_only', 'loads', 'many', 'on_bind_field', 'only', 'ordered', 'partial', 'represent', 'set_class', 'unknown'] %}
{% set key = snake + '_' if isTaken else snake %}
{% if key != name %}
{% set options = options.concat(['data_key="' + name + '"']) %}
{% endif %}
{% if isTaken %}
{% set options = options.concat(['attribute="' + snake + '"']) %}
{% endif %}
{% set line = key + ' = ' + kind + '(' + (options | join(', ')) + ')' %}
{% if (line | length) > 90 %}
    ${{ key }} = ${{ kind }}(
{% for option in options %}
        ${{ option }},
{% endfor %}
    )
{% else %}
    ${{ line }}
{% endif %}
{% endmacro %}
{% set pascal = entity.pascal %}
{% set hasMembers = entity.fields.length + entity.relations.length > 0 %}
{% macro schema(suffix, base) %}
{% if (pascal | length) > 60 %}
class ${{ pascal }}${{ suffix }}(
    ${{ base }},
):
{% else %}
class ${{ pascal }}${{ suffix }}(${{ base }}):
{% endif %}
{% endmacro %}
"""What requests for ${{ entity.plural.title | lower }} may hold, and what answers show."""

from __future__ import annotations

{% if entity.timestamps %}
from app.core.wire import instant_text
{% endif %}
{% if (entity.snake | length) > 60 %}
from app.fields import (
    ${{ entity.snake }} as fields,
)
{% else %}
from app.fields import ${{ entity.snake }} as fields
{% endif %}
from app.schemas.base import BodySchema, Input, Output, ReadSchema


${{ schema('Create', 'BodySchema') }}    """A whole ${{ entity.title | lower }}, to create one or to replace one."""
{% if hasMembers %}

{% endif %}
{% for field in entity.fields %}
{% set read = 'fields.' + (field.snake | upper) + '.load' %}
{% set default = 'fields.DEFAULTS["' + field.snake + '"]' %}
{% set loadDefault = 'load_default=' + default %}
{% if (loadDefault | length) > 91 %}
{% set loadDefault = 'load_default=fields.DEFAULTS[\n            "' + field.snake + '"\n        ]' %}
{% endif %}
{% if field.required and not field.hasDefault %}
${{ assign(field.snake, field.name, 'Input', [read, 'required=True']) }}{% elif field.required %}
${{ assign(field.snake, field.name, 'Input', [read, loadDefault]) }}{% elif field.hasDefault %}
${{ assign(field.snake, field.name, 'Input', [read, loadDefault, 'null=' + default]) }}{% else %}
${{ assign(field.snake, field.name, 'Input', [read, 'load_default=None', 'null=None']) }}{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% set read = 'fields.' + (relation.column | upper) + '.load' %}
{% if relation.required %}
${{ assign(relation.column, relation.wireName, 'Input', [read, 'required=True']) }}{% elif relation.kind == 'manyToMany' %}
${{ assign(relation.column, relation.wireName, 'Input', [read, 'load_default=()']) }}{% else %}
${{ assign(relation.column, relation.wireName, 'Input', [read, 'load_default=None', 'null=None']) }}{% endif %}
{% endfor %}


${{ schema('Update', 'BodySchema') }}    """What can be changed of a ${{ entity.title | lower }}, each on its own."""
{% if hasMembers %}

{% endif %}
{% for field in entity.fields %}
{% set read = 'fields.' + (field.snake | upper) + '.patch' %}
{% set isMerged = field.type == 'json' or field.type == 'object' %}
{% if field.required %}
${{ assign(field.snake, field.name, 'Input', [read]) }}{% elif field.hasDefault and not isMerged %}
${{ assign(field.snake, field.name, 'Input', [read, 'null=fields.DEFAULTS["' + field.snake + '"]']) }}{% else %}
${{ assign(field.snake, field.name, 'Input', [read, 'null=None']) }}{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% set read = 'fields.' + (relation.column | upper) + '.patch' %}
{% if relation.required or relation.kind == 'manyToMany' %}
${{ assign(relation.column, relation.wireName, 'Input', [read]) }}{% else %}
${{ assign(relation.column, relation.wireName, 'Input', [read, 'null=None']) }}{% endif %}
{% endfor %}


${{ schema('Read', 'ReadSchema') }}    """A ${{ entity.title | lower }} as it is answered."""

${{ assign('id', 'id', 'Output', ['fields.ID.dump']) }}{% for field in entity.fields %}
${{ assign(field.snake, field.name, 'Output', ['fields.' + (field.snake | upper) + '.dump']) }}{% endfor %}
{% for relation in entity.relations %}
${{ assign(relation.column, relation.wireName, 'Output', ['fields.' + (relation.column | upper) + '.dump']) }}{% endfor %}
{% if entity.timestamps %}
${{ assign('created_at', 'created_at', 'Output', ['instant_text']) }}${{ assign('updated_at', 'updated_at', 'Output', ['instant_text']) }}{% endif %}


CREATE = ${{ pascal }}Create()
UPDATE = ${{ pascal }}Update()
READ = ${{ pascal }}Read()
