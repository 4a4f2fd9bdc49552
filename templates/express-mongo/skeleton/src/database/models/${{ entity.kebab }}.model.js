{% macro literal(value) -%}
{% set text = value | dump %}
{% if value is string and "'" not in text and "\\" not in text %}'${{ value }}'{% else %}${{ text }}{% endif %}
{%- endmacro %}
{% macro idType(type) -%}
{% if type == 'objectId' %}Schema.Types.ObjectId{% elif type == 'integer' %}Number{% else %}String{% endif %}
{%- endmacro %}
{% macro dataType(field) -%}
{% if field.type in ['integer', 'number'] %}Number{% elif field.type == 'bigInteger' %}Schema.Types.BigInt{% elif field.type == 'decimal' %}Schema.Types.Decimal128{% elif field.type == 'boolean' %}Boolean{% elif field.type == 'dateTime' %}Date{% elif field.type in ['json', 'array', 'object'] %}Json{% else %}String{% endif %}
{%- endmacro %}
{% macro idValue(relation, value) -%}
{% if relation.required and relation.target.id == 'objectId' %}String(${{ value }}){% elif relation.required %}${{ value }}{% else %}${{ value }}{% if relation.target.id == 'objectId' %}?.toString(){% endif %} ?? null{% endif %}
{%- endmacro %}
{% macro index(name, unique) -%}
schema.index({ ${{ name }}: 1{% if unique and entity.softDelete %}, _deleted: 1{% endif %} }{% if unique %}, { name: 'unique_${{ name }}', unique: true, sparse: true }{% endif %});
{%- endmacro %}
{% set types = '' %}
{% for field in entity.fields %}
{% set types = types + ' ' + field.type + ' ' %}
{% endfor %}
{% set hasJson = ' json ' in types or ' array ' in types or ' object ' in types %}
{% set hasDecimals = ' decimal ' in types %}
'use strict';

{% if entity.id == 'uuid' %}
const { randomUUID } = require('node:crypto');
{% endif %}
const { Schema{% if entity.id == 'objectId' %}, Types{% endif %} } = require('mongoose');
{% if hasDecimals %}
const { decimalText } = require('../../utils/decimal-text');
{% endif %}
{% if hasJson %}
const { Json, fromStoredJson } = require('../../utils/stored-json');
{% endif %}
{% if entity.id == 'integer' %}
const { nextNumber } = require('../counters');
{% endif %}
const { schemaOptions } = require('../schema-options');

/**
 * ${{ entity.comment or entity.title }}
 *
 * @type {Schema<any>}
 */
const schema = new Schema(
  {
    _id: { type: ${{ idType(entity.id) }}, required: true },
{% for field in entity.fields %}
{% if field.comment %}
    // ${{ field.comment }}
{% endif %}
    ${{ field.name }}: { type: ${{ dataType(field) }}{% if field.required %}, required: true{% endif %}{% if field.hasDefault %}, default: ${{ literal(field.default) }}{% endif %} },
{% endfor %}
{% for relation in entity.relations %}
{% if relation.comment %}
    // ${{ relation.comment }}
{% endif %}
    ${{ relation.wireName }}: {
{% if relation.kind == 'manyToMany' %}
      type: [${{ idType(relation.target.id) }}],
      ref: '${{ relation.target.pascal }}',
      onDelete: 'unlink',
{% else %}
      type: ${{ idType(relation.target.id) }},
      ref: '${{ relation.target.pascal }}',
      onDelete: '${{ relation.onDelete }}',
{% if relation.required %}
      required: true,
{% endif %}
{% endif %}
    },
{% endfor %}
{% if entity.owned %}
    owner_id: { type: String, required: true },
{% endif %}
{% if entity.timestamps %}
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
{% endif %}
    _version: { type: Number, required: true },
{% if model.hasRelations %}
    _deleting: { type: Schema.Types.ObjectId },
{% endif %}
{% if entity.softDelete %}
    _deleted: { type: Schema.Types.ObjectId },
{% endif %}
  },
  { ...schemaOptions, collection: '${{ entity.table }}' },
);

{% for field in entity.fields %}
{% if field.unique or field.index %}
${{ index(field.name, field.unique) }}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
${{ index(relation.wireName, relation.kind == 'oneToOne') }}
{% endfor %}
{% if entity.owned %}
${{ index('owner_id', false) }}
{% endif %}

/**
 * The row as answers show it.
 *
 * @param {import('../../utils/rows').Row} row
 */
function toWire(row) {
  return {
    id: ${{ 'String(row._id)' if entity.id == 'objectId' else 'row._id' }},
{% for field in entity.fields %}
{% if field.type == 'decimal' %}
    ${{ field.name }}: decimalText(row.${{ field.name }}),
{% elif field.type == 'bigInteger' %}
    ${{ field.name }}: ${{ 'String(row.' + field.name + ')' if field.required else 'row.' + field.name + '?.toString() ?? null' }},
{% elif field.type in ['json', 'array', 'object'] %}
    ${{ field.name }}: fromStoredJson(row.${{ field.name }}),
{% else %}
    ${{ field.name }}: row.${{ field.name }}{% if not field.required %} ?? null{% endif %},
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
    ${{ relation.wireName }}: ${{ idValue(relation, 'row.' + relation.wireName) }},
{% endif %}
{% endfor %}
{% if entity.timestamps %}
    created_at: row.created_at,
    updated_at: row.updated_at,
{% endif %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
{% if relation.target.id == 'objectId' %}
    ${{ relation.wireName }}: row.${{ relation.wireName }}.map(String),
{% else %}
    ${{ relation.wireName }}: row.${{ relation.wireName }},
{% endif %}
{% endif %}
{% endfor %}
  };
}

/**
 * @param {import('mongoose').Connection} connection
 * @returns {import('../../utils/rows').Table}
 */
module.exports = (connection) =>
  Object.assign(connection.model('${{ entity.pascal }}', schema), {
    title: ${{ literal(entity.title | lower) }},
{% if entity.id == 'objectId' %}
    newId: () => new Types.ObjectId(),
{% elif entity.id == 'uuid' %}
    newId: () => randomUUID(),
{% else %}
    newId: () => nextNumber('${{ entity.table }}'),
{% endif %}
    toWire,
  });
