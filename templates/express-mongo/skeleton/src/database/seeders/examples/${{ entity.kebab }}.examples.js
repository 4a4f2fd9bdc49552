{% macro literal(value) -%}
{% set text = value | dump %}
{% if value is string and "'" not in text and "\\" not in text %}'${{ value }}'{% else %}${{ text }}{% endif %}
{%- endmacro %}
{% macro idOf(type, number) -%}
{% if type == 'integer' %}${{ number }}{% elif type == 'objectId' %}'00000000000000000000000${{ number }}'{% else %}'00000000-0000-4000-8000-00000000000${{ number }}'{% endif %}
{%- endmacro %}
{% set deferred = false %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' or (relation.deferred and not relation.required) %}
{% set deferred = true %}
{% endif %}
{% endfor %}
'use strict';

const { ${{ entity.pascal }} } = require('../../models');

module.exports = {
  table: ${{ entity.pascal }},
  rows: [
{% for example in entity.examples %}
{% set number = loop.index %}
    {
      id: ${{ idOf(entity.id, number) }},
      values: {
{% for field in entity.fields %}
{% set value = example[field.name] %}
{% if value is defined %}
        ${{ field.name }}: ${{ literal(value) }},
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
        ${{ relation.wireName }}: [],
{% elif relation.required or not relation.deferred %}
        ${{ relation.wireName }}: ${{ idOf(relation.target.id, number) }},
{% endif %}
{% endfor %}
{% if entity.owned %}
        owner_id: 'developer',
{% endif %}
      },
    },
{% endfor %}
  ],
{% if deferred %}
  references: [
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
    {
      id: ${{ idOf(entity.id, 1) }},
      values: { ${{ relation.wireName }}: [${{ idOf(relation.target.id, 2) }}] },
    },
{% elif relation.deferred and not relation.required %}
    {
      id: ${{ idOf(entity.id, 2) }},
      values: { ${{ relation.wireName }}: ${{ idOf(relation.target.id, 1) }} },
    },
{% endif %}
{% endfor %}
  ],
{% endif %}
};
