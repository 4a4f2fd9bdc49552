{% macro literal(value) -%}
{% set text = value | dump %}
{% if value is string and "'" not in text and "\\" not in text %}'${{ value }}'{% else %}${{ text }}{% endif %}
{%- endmacro %}
{% macro idType(type) -%}
${{ 'objectId' if type == 'objectId' else ('number' if type == 'integer' else 'string') }}
{%- endmacro %}
{% macro rule(field) -%}
{% if field.type in ['string', 'text', 'email', 'uri'] %}{ bsonType: 'string', maxLength: ${{ field.maxLength }} }
{%- elif field.type == 'enum' %}{ enum: [{% for value in field.values %}${{ literal(value) }}{% if not loop.last %}, {% endif %}{% endfor %}] }
{%- elif field.type in ['integer', 'number'] %}{ bsonType: 'number' }
{%- elif field.type == 'bigInteger' %}{ bsonType: 'long' }
{%- elif field.type == 'decimal' %}{ bsonType: 'decimal' }
{%- elif field.type == 'boolean' %}{ bsonType: 'bool' }
{%- elif field.type == 'dateTime' %}{ bsonType: 'date' }
{%- elif field.type == 'array' %}{ bsonType: 'array' }
{%- elif field.type == 'object' %}{ bsonType: 'object' }
{%- elif field.type == 'json' %}{}
{%- else %}{ bsonType: 'string' }
{%- endif %}
{%- endmacro %}
{% macro index(name, unique) -%}
      {
{% if unique and entity.softDelete %}
        // Rows that are hidden do not count.
        key: { ${{ name }}: 1, _deleted: 1 },
{% else %}
        key: { ${{ name }}: 1 },
{% endif %}
{% if unique %}
        name: 'unique_${{ name }}',
        unique: true,
        sparse: true,
{% endif %}
      },
{%- endmacro %}
{% set indexed = entity.owned or entity.relations.length > 0 %}
{% for field in entity.fields %}
{% if field.unique or field.index %}
{% set indexed = true %}
{% endif %}
{% endfor %}
'use strict';

const { createCollection } = require('../create-collection');

const NAME = '${{ entity.table }}';

const RULES = {
  bsonType: 'object',
  additionalProperties: false,
  required: [
    '_id',
{% for field in entity.fields %}
{% if field.required %}
    '${{ field.name }}',
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.required %}
    '${{ relation.wireName }}',
{% endif %}
{% endfor %}
{% if entity.owned %}
    'owner_id',
{% endif %}
{% if entity.timestamps %}
    'created_at',
    'updated_at',
{% endif %}
    '_version',
  ],
  properties: {
    _id: { bsonType: '${{ idType(entity.id) }}' },
{% for field in entity.fields %}
    ${{ field.name }}: ${{ rule(field) }},
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
    ${{ relation.wireName }}: {
      bsonType: 'array',
      items: { bsonType: '${{ idType(relation.target.id) }}' },
    },
{% else %}
    ${{ relation.wireName }}: { bsonType: '${{ idType(relation.target.id) }}' },
{% endif %}
{% endfor %}
{% if entity.owned %}
    owner_id: { bsonType: 'string' },
{% endif %}
{% if entity.timestamps %}
    created_at: { bsonType: 'date' },
    updated_at: { bsonType: 'date' },
{% endif %}
    _version: { bsonType: 'number' },
{% if model.hasRelations %}
    _deleting: { bsonType: 'objectId' },
{% endif %}
{% if entity.softDelete %}
    _deleted: { bsonType: 'objectId' },
{% endif %}
  },
};

/** @type {import('../migrate').Migration} */
module.exports = {
  async up(database) {
    await createCollection(database, NAME, RULES);
{% if indexed %}
    await database.collection(NAME).createIndexes([
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
    ]);
{% endif %}
  },

  async down(database) {
    await database.dropCollection(NAME);
  },
};
