{% macro literal(value) -%}
{% set text = value | dump %}
{% if value is string and "'" not in text and "\\" not in text %}'${{ value }}'{% else %}${{ text }}{% endif %}
{%- endmacro %}
{% macro dataType(field) -%}
{% if field.type in ['string', 'email', 'uri'] %}DataTypes.STRING(${{ field.maxLength }}){% elif field.type == 'enum' %}DataTypes.STRING{% elif field.type == 'text' %}DataTypes.TEXT{% elif field.type == 'integer' %}DataTypes.INTEGER{% elif field.type == 'bigInteger' %}DataTypes.BIGINT{% elif field.type == 'number' %}DataTypes.DOUBLE{% elif field.type == 'decimal' %}DataTypes.DECIMAL(${{ field.precision }}, ${{ field.scale }}){% elif field.type == 'boolean' %}DataTypes.BOOLEAN{% elif field.type == 'date' %}DataTypes.DATEONLY{% elif field.type == 'time' %}DataTypes.TIME{% elif field.type == 'dateTime' %}DataTypes.DATE{% elif field.type == 'uuid' %}DataTypes.UUID{% else %}DataTypes.JSON{% endif %}
{%- endmacro %}
{% set ownerIndex = entity.table + '_owner_id_idx' if (entity.table | length) < 50 else 'owner_' + entity.table %}
{% set links = false %}
{% set ownState = false %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
{% set links = true %}
{% endif %}
{% endfor %}
{% for field in entity.fields %}
{% if field.name in ['dataValues', 'isNewRecord', 'uniqno'] %}
{% set ownState = true %}
{% endif %}
{% endfor %}
'use strict';

const { Model } = require('sequelize');

/**
 * ${{ entity.comment or entity.title }}
 *
 * @param {import('sequelize').Sequelize} sequelize
 * @param {typeof import('sequelize').DataTypes} DataTypes
 */
module.exports = (sequelize, DataTypes) => {
  class ${{ entity.pascal }} extends Model {
{% if entity.relations.length or entity.inverses.length %}
    /** @param {Record<string, import('sequelize').ModelStatic<Model>>} models */
    static associate(models) {
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
      ${{ entity.pascal }}.belongsToMany(models.${{ relation.target.pascal }}, {
        as: '${{ relation.identifier }}',
        through: models.${{ relation.join.pascal }},
        foreignKey: '${{ relation.join.sourceColumn }}',
        otherKey: '${{ relation.join.targetColumn }}',
      });
{% else %}
      ${{ entity.pascal }}.belongsTo(models.${{ relation.target.pascal }}, {
        as: '${{ relation.identifier }}',
        foreignKey: '${{ relation.wireName }}',
        onDelete: '${{ 'SET NULL' if relation.onDelete == 'setNull' else relation.onDelete | upper }}',
      });
{% endif %}
{% endfor %}
{% for inverse in entity.inverses %}
{% set relation = inverse.relation %}
{% if relation.kind == 'manyToMany' %}
      ${{ entity.pascal }}.belongsToMany(models.${{ inverse.source.pascal }}, {
        as: '${{ relation.inverse.camel }}',
        through: models.${{ relation.join.pascal }},
        foreignKey: '${{ relation.join.targetColumn }}',
        otherKey: '${{ relation.join.sourceColumn }}',
      });
{% else %}
      ${{ entity.pascal }}.${{ 'hasMany' if relation.inverse.many else 'hasOne' }}(models.${{ inverse.source.pascal }}, {
        as: '${{ relation.inverse.camel }}',
        foreignKey: '${{ relation.wireName }}',
        onDelete: '${{ 'SET NULL' if relation.onDelete == 'setNull' else relation.onDelete | upper }}',
      });
{% endif %}
{% endfor %}
    }

{% endif %}
{% if ownState %}
    /** Some fields are called as what an instance keeps its state in. */
    static refreshAttributes() {
      /** @type {any} */ (Model).refreshAttributes.call(this);
      const prototype = /** @type {any} */ (this.prototype);
{% for field in entity.fields %}
{% if field.name in ['dataValues', 'isNewRecord', 'uniqno'] %}
      delete prototype.${{ field.name }};
{% endif %}
{% endfor %}
    }

{% endif %}
    /** The row as answers show it. */
    toJSON() {
      const row = this.get();
      return {
        id: row.id,
{% for field in entity.fields %}
        ${{ field.name }}: row.${{ field.name }},
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
        ${{ relation.wireName }}: row.${{ relation.wireName }},
{% endif %}
{% endfor %}
{% if entity.timestamps %}
        created_at: row.created_at,
        updated_at: row.updated_at,
{% endif %}
{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
        ${{ relation.wireName }}: linkedIds(row.${{ relation.identifier }}),
{% endif %}
{% endfor %}
      };
    }
  }

  ${{ entity.pascal }}.init(
    {
{% if entity.id == 'integer' %}
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
{% else %}
      id: {
        type: DataTypes.UUID,
        primaryKey: true,
        defaultValue: DataTypes.UUIDV4,
      },
{% endif %}
{% for field in entity.fields %}
{% if field.comment %}
      // ${{ field.comment }}
{% endif %}
      ${{ field.name }}: {
        type: ${{ dataType(field) }},
{% if field.column != field.name %}
        field: '${{ field.column }}',
{% endif %}
        allowNull: ${{ 'false' if field.required else 'true' }},
{% if field.hasDefault %}
        defaultValue: ${{ literal(field.default) }},
{% endif %}
      },
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
{% if relation.comment %}
      // ${{ relation.comment }}
{% endif %}
      ${{ relation.wireName }}: {
        type: ${{ 'DataTypes.INTEGER' if relation.target.id == 'integer' else 'DataTypes.UUID' }},
{% if relation.column != relation.wireName %}
        field: '${{ relation.column }}',
{% endif %}
        allowNull: ${{ 'false' if relation.required else 'true' }},
      },
{% endif %}
{% endfor %}
{% if entity.owned %}
      owner_id: { type: DataTypes.STRING(255), allowNull: false },
{% endif %}
    },
    {
      sequelize,
      modelName: '${{ entity.pascal }}',
      tableName: '${{ entity.table }}',
{% if entity.timestamps %}
      createdAt: 'created_at',
      updatedAt: 'updated_at',
{% elif entity.softDelete %}
      createdAt: false,
      updatedAt: false,
{% else %}
      timestamps: false,
{% endif %}
{% if entity.softDelete %}
      paranoid: true,
      deletedAt: 'deleted_at',
{% endif %}
      indexes: [
{% for field in entity.fields %}
{% if field.unique %}
        {
          name: '${{ field.uniqueName }}',
          fields: ['${{ field.column }}'],
          unique: true,
{% if entity.softDelete %}
          where: { deleted_at: null },
{% endif %}
        },
{% elif field.index %}
        {
          name: '${{ field.indexName }}',
          fields: ['${{ field.column }}'],
        },
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind == 'oneToOne' %}
        {
          name: '${{ relation.indexName }}',
          fields: ['${{ relation.column }}'],
          unique: true,
{% if entity.softDelete %}
          where: { deleted_at: null },
{% endif %}
        },
{% elif relation.kind == 'manyToOne' %}
        {
          name: '${{ relation.indexName }}',
          fields: ['${{ relation.column }}'],
        },
{% endif %}
{% endfor %}
{% if entity.owned %}
        {
          name: '${{ ownerIndex }}',
          fields: ['owner_id'],
        },
{% endif %}
      ],
    },
  );

{% for relation in entity.relations %}
{% if relation.kind == 'manyToMany' %}
  sequelize.define(
    '${{ relation.join.pascal }}',
    {
      ${{ relation.join.sourceColumn }}: {
        type: ${{ 'DataTypes.INTEGER' if entity.id == 'integer' else 'DataTypes.UUID' }},
        primaryKey: true,
      },
      ${{ relation.join.targetColumn }}: {
        type: ${{ 'DataTypes.INTEGER' if relation.target.id == 'integer' else 'DataTypes.UUID' }},
        primaryKey: true,
      },
    },
    {
      tableName: '${{ relation.join.table }}',
      timestamps: false,
      indexes: [
        {
          name: '${{ relation.indexName }}',
          fields: ['${{ relation.join.targetColumn }}'],
        },
      ],
    },
  );

{% endif %}
{% endfor %}
  return ${{ entity.pascal }};
};
{% if links %}

/** @param {{ id: string | number }[]} rows */
function linkedIds(rows) {
  return rows
    .map(({ id }) => id)
    .sort((left, right) => (left < right ? -1 : 1));
}
{% endif %}
