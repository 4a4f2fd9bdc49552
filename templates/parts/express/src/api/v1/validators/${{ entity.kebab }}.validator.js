{% macro literal(value) -%}
{% set text = value | dump %}
{% if value is string and "'" not in text and "\\" not in text %}'${{ value }}'{% else %}${{ text }}{% endif %}
{%- endmacro %}
{% macro bounds(field) -%}
{% if field.minimum is defined and field.maximum is defined %}{ minimum: ${{ literal(field.minimum) }}, maximum: ${{ literal(field.maximum) }} }{% elif field.minimum is defined %}{ minimum: ${{ literal(field.minimum) }} }{% elif field.maximum is defined %}{ maximum: ${{ literal(field.maximum) }} }{% endif %}
{%- endmacro %}
{% macro text(field) -%}
{ {% if field.minLength %}minLength: ${{ field.minLength }}, {% endif %}maxLength: ${{ field.maxLength }}{% if field.pattern %}, pattern: ${{ literal(field.pattern) }}{% endif %} }
{%- endmacro %}
{% macro schema(field, pad) -%}
{% if field.type == 'string' or field.type == 'text' %}types.text(${{ text(field) }})
{%- elif field.type == 'email' or field.type == 'uri' %}types.${{ field.type }}(${{ text(field) }})
{%- elif field.type == 'decimal' %}types.decimal({ precision: ${{ field.precision }}, scale: ${{ field.scale }}{% if field.minimum is defined %}, minimum: ${{ literal(field.minimum) }}{% endif %}{% if field.maximum is defined %}, maximum: ${{ literal(field.maximum) }}{% endif %} })
{%- elif field.type == 'enum' %}types.oneOf({% for value in field.values %}${{ literal(value) }}{% if not loop.last %}, {% endif %}{% endfor %})
{%- elif field.type == 'array' %}types.array(${{ schema(field.items, pad) }}{% if field.minItems is defined and field.maxItems is defined %}, { minItems: ${{ field.minItems }}, maxItems: ${{ field.maxItems }} }{% elif field.minItems is defined %}, { minItems: ${{ field.minItems }} }{% elif field.maxItems is defined %}, { maxItems: ${{ field.maxItems }} }{% endif %})
{%- elif field.type == 'object' %}types.object({
{% for member in field.fields %}
${{ pad }}  ${{ member.name }}: ${{ schema(member, pad + '  ') }}${{ '.required()' if member.required else '.allow(null)' }}{% if member.hasDefault %}.default(${{ literal(member.default) }}){% endif %},
{% endfor %}
${{ pad }}})
{%- elif field.type in ['boolean', 'json', 'uuid'] %}types.${{ field.type }}()
{%- else %}types.${{ field.type }}(${{ bounds(field) }})
{%- endif %}
{%- endmacro %}
{% macro idType(type) -%}
{% if type == 'integer' %}types.integer({ minimum: 1 }){% else %}types.${{ type }}(){% endif %}
{%- endmacro %}
'use strict';

const types = require('../../../utils/types');

const properties = {
{% for field in entity.fields %}
  ${{ field.name }}: ${{ schema(field, '  ') }},
{% endfor %}
{% for relation in entity.relations %}
{% set reference = idType(relation.target.id) %}
{% if relation.kind == 'manyToMany' %}
  ${{ relation.wireName }}: types.array(${{ reference }}).unique(),
{% else %}
  ${{ relation.wireName }}: ${{ reference }},
{% endif %}
{% endfor %}
};

/** A whole ${{ entity.title | lower }}, to create one or to replace one. */
const body = types.object({
{% for field in entity.fields %}
{% if field.required and not field.hasDefault %}
  ${{ field.name }}: properties.${{ field.name }}.required(),
{% elif field.required %}
  ${{ field.name }}: properties.${{ field.name }}.default(${{ literal(field.default) }}),
{% elif field.hasDefault %}
  ${{ field.name }}: properties.${{ field.name }}.empty(null).default(${{ literal(field.default) }}),
{% else %}
  ${{ field.name }}: properties.${{ field.name }}.allow(null).default(null),
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.required %}
  ${{ relation.wireName }}: properties.${{ relation.wireName }}.required(),
{% elif relation.kind == 'manyToMany' %}
  ${{ relation.wireName }}: properties.${{ relation.wireName }}.default([]),
{% else %}
  ${{ relation.wireName }}: properties.${{ relation.wireName }}.allow(null).default(null),
{% endif %}
{% endfor %}
});

/** What can be changed of a ${{ entity.title | lower }}, each on its own. */
const patch = types.object({
{% for field in entity.fields %}
  ${{ field.name }}: properties.${{ field.name }}${{ '' if field.required else '.allow(null)' }},
{% endfor %}
{% for relation in entity.relations %}
  ${{ relation.wireName }}: properties.${{ relation.wireName }}${{ '' if relation.required or relation.kind == 'manyToMany' else '.allow(null)' }},
{% endfor %}
});

/**
 * What a list can be sorted, searched and filtered by.
 *
 * @type {import('../../../utils/list-query').ListDefinition}
 */
const list = {
  sortable: [
{% for name in entity.sortable %}
    '${{ name }}',
{% endfor %}
  ],
  searchable: [
{%- for field in entity.searchable %}'${{ field.name }}'{% if not loop.last %}, {% endif %}{% endfor -%}
  ],
  filters: {
{% for field in entity.fields %}
{% if field.filterable %}
    ${{ field.name }}: { schema: properties.${{ field.name }}{% if field.comparable %}, comparable: true{% endif %} },
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
    ${{ relation.wireName }}: { schema: properties.${{ relation.wireName }} },
{% endif %}
{% endfor %}
  },
};

const id = ${{ idType(entity.id) }};

module.exports = { body, id, list, patch };
