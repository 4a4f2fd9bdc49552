{% macro literal(value) -%}
{% set text = value | dump %}
{% if value is string and "'" not in text and "\\" not in text %}'${{ value }}'{% else %}${{ text }}{% endif %}
{%- endmacro %}
{% macro idOf(type, number) -%}
{% if type == 'integer' %}${{ number }}{% else %}'00000000-0000-4000-8000-00000000000${{ number }}'{% endif %}
{%- endmacro %}
{% set links = false %}
{% set deferred = false %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
{% set links = true %}
{% elif relation.deferred and not relation.required %}
{% set deferred = true %}
{% endif %}
{% endfor %}
'use strict';

/** Rows of ${{ entity.table }} to look at. */
{% if entity.timestamps %}
const now = new Date();
{% endif %}

module.exports = {
  table: '${{ entity.table }}',
  rows: [
{% for example in entity.examples %}
{% set number = loop.index %}
    {
      id: ${{ idOf(entity.id, number) }},
{% for field in entity.fields %}
{% set value = example[field.name] %}
{% if value is defined %}
{% if field.type in ['json', 'array', 'object'] %}
      ${{ field.column }}: JSON.stringify(${{ literal(value) }}),
{% else %}
      ${{ field.column }}: ${{ literal(value) }},
{% endif %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' and (relation.required or not relation.deferred) %}
      ${{ relation.column }}: ${{ idOf(relation.target.id, number) }},
{% endif %}
{% endfor %}
{% if entity.owned %}
      owner_id: 'developer',
{% endif %}
{% if entity.timestamps %}
      created_at: now,
      updated_at: now,
{% endif %}
    },
{% endfor %}
  ],
{% if deferred %}
  // What these refer to comes later, or is one of them.
  references: [
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' and relation.deferred and not relation.required %}
    {
      id: ${{ idOf(entity.id, 2) }},
      values: { ${{ relation.column }}: ${{ idOf(relation.target.id, 1) }} },
    },
{% endif %}
{% endfor %}
  ],
{% endif %}
{% if links %}
  links: [
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
    {
      table: '${{ relation.join.table }}',
      row: {
        ${{ relation.join.sourceColumn }}: ${{ idOf(entity.id, 1) }},
        ${{ relation.join.targetColumn }}: ${{ idOf(relation.target.id, 2) }},
      },
    },
{% endif %}
{% endfor %}
  ],
{% endif %}
};
