{% macro literal(value) -%}
{% set text = value | dump %}
{% if value is string and "'" not in text and "\\" not in text %}'${{ value }}'{% else %}${{ text }}{% endif %}
{%- endmacro %}
{% macro dataType(field) -%}
{% if field.type in ['string', 'email', 'uri'] %}DataTypes.STRING(${{ field.maxLength }}){% elif field.type == 'enum' %}DataTypes.STRING{% elif field.type == 'text' %}DataTypes.TEXT{% elif field.type == 'integer' %}DataTypes.INTEGER{% elif field.type == 'bigInteger' %}DataTypes.BIGINT{% elif field.type == 'number' %}DataTypes.DOUBLE{% elif field.type == 'decimal' %}DataTypes.DECIMAL(${{ field.precision }}, ${{ field.scale }}){% elif field.type == 'boolean' %}DataTypes.BOOLEAN{% elif field.type == 'date' %}DataTypes.DATEONLY{% elif field.type == 'time' %}DataTypes.TIME{% elif field.type == 'dateTime' %}DataTypes.DATE{% elif field.type == 'uuid' %}DataTypes.UUID{% else %}DataTypes.JSON{% endif %}
{%- endmacro %}
{% macro index(name, column, unique) %}
      await queryInterface.addIndex('${{ entity.table }}', ['${{ column }}'], {
        name: '${{ name }}',
{% if unique %}
        unique: true,
{% if entity.softDelete %}
        where: { deleted_at: null },
{% endif %}
{% endif %}
        transaction,
      });
{% endmacro %}
{% set ownerIndex = entity.table + '_owner_id_idx' if (entity.table | length) < 50 else 'owner_' + entity.table %}
'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface, DataTypes) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable(
        '${{ entity.table }}',
        {
{% if entity.id == 'integer' %}
          id: {
            type: DataTypes.INTEGER,
            primaryKey: true,
            autoIncrement: true,
          },
{% else %}
          id: { type: DataTypes.UUID, primaryKey: true },
{% endif %}
{% for field in entity.fields %}
          ${{ field.column }}: {
            type: ${{ dataType(field) }},
            allowNull: ${{ 'false' if field.required else 'true' }},
{% if field.hasDefault %}
            defaultValue: ${{ literal(field.default) }},
{% endif %}
          },
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
          ${{ relation.column }}: {
            type: ${{ 'DataTypes.INTEGER' if relation.target.id == 'integer' else 'DataTypes.UUID' }},
            allowNull: ${{ 'false' if relation.required else 'true' }},
          },
{% endif %}
{% endfor %}
{% if entity.owned %}
          owner_id: { type: DataTypes.STRING(255), allowNull: false },
{% endif %}
{% if entity.timestamps %}
          created_at: { type: DataTypes.DATE, allowNull: false },
          updated_at: { type: DataTypes.DATE, allowNull: false },
{% endif %}
{% if entity.softDelete %}
          deleted_at: { type: DataTypes.DATE },
{% endif %}
        },
        { transaction },
      );
{% for field in entity.fields %}
{% if field.unique or field.index %}
${{ index(field.uniqueName if field.unique else field.indexName, field.column, field.unique) }}{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
${{ index(relation.indexName, relation.column, relation.unique) }}{% endif %}
{% endfor %}
{% if entity.owned %}
${{ index(ownerIndex, 'owner_id', false) }}{% endif %}
    });
  },

  async down(queryInterface) {
    await queryInterface.dropTable('${{ entity.table }}');
  },
};
