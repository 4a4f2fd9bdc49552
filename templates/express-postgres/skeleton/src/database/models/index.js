'use strict';

{% if 'json' in model.fieldTypes or 'array' in model.fieldTypes or 'object' in model.fieldTypes %}
const pg = require('pg');
{% endif %}
const { DataTypes, Sequelize } = require('sequelize');
const database = require('../../config/database');
{% if 'json' in model.fieldTypes or 'array' in model.fieldTypes or 'object' in model.fieldTypes %}
const { parseExactly } = require('../../utils/json');
{% endif %}
{% for entity in model.entities %}
const define${{ entity.pascal }} = require('./${{ entity.kebab }}.model');
{% endfor %}

{% if 'json' in model.fieldTypes or 'array' in model.fieldTypes or 'object' in model.fieldTypes %}
// Numbers inside of JSON columns come back with all their digits.
pg.types.setTypeParser(pg.types.builtins.JSON, parseExactly);

{% endif %}
/**
 * Defines the models{% if model.hasRelations %} and their associations{% endif %} on a connection.
 *
 * @param {Sequelize} connection
 */
function defineModels(connection) {
  const models = {
{% for entity in model.entities %}
    ${{ entity.pascal }}: define${{ entity.pascal }}(connection, DataTypes),
{% endfor %}
  };
{% if model.hasRelations %}
  for (const model of Object.values(models)) {
    if ('associate' in model) {
      model.associate(connection.models);
    }
  }
{% endif %}
  return models;
}

const sequelize = new Sequelize(database);

module.exports = { defineModels, sequelize, ...defineModels(sequelize) };
