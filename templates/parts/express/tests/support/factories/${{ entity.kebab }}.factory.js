{% macro literal(value) -%}
{% set text = value | dump %}
{% if value is string and "'" not in text and "\\" not in text %}'${{ value }}'{% else %}${{ text }}{% endif %}
{%- endmacro %}
'use strict';

const { createOnce } = require('../client');
{% set seen = [] %}
{% for relation in entity.relations %}
{% if relation.required and not relation.self and relation.target.pascal not in seen %}
{% set seen = seen.concat([relation.target.pascal]) %}
const { create${{ relation.target.pascal }} } = require('./${{ relation.target.kebab }}.factory');
{% endif %}
{% endfor %}

const BODIES = [
{% for example in entity.examples %}
  {
{% for field in entity.fields %}
{% set value = example[field.name] %}
{% if value is defined %}
    ${{ field.name }}: ${{ literal(value) }},
{% endif %}
{% endfor %}
  },
{% endfor %}
];

/**
 * A body for POST and PUT.
 *
 * @param {number} [index]
 */
async function ${{ entity.camel }}Body(index = 0) {
{% for relation in entity.relations %}
{% if relation.required %}
  const ${{ relation.camel }} = await create${{ relation.target.pascal }}(index);
{% endif %}
{% endfor %}
  return {
    ...BODIES[index],
{% for relation in entity.relations %}
{% if relation.required %}
    ${{ relation.wireName }}: ${{ relation.camel }}.id,
{% endif %}
{% endfor %}
  };
}

/** @param {number} [index] */
async function create${{ entity.pascal }}(index = 0) {
  return createOnce('${{ entity.path }}', index, ${{ entity.camel }}Body);
}

module.exports = { create${{ entity.pascal }}, ${{ entity.camel }}Body };
