'use strict';

const pg = require('pg');
const { DataTypes, Sequelize } = require('sequelize');
const database = require('../../config/database');
const { parseExactly } = require('../../utils/json');
{% for entity in model.entities %}
const define${{ entity.pascal }} = require('./${{ entity.kebab }}.model');
{% endfor %}

// Numbers inside of JSON columns come back with all their digits.
pg.types.setTypeParser(pg.types.builtins.JSON, parseExactly);

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
