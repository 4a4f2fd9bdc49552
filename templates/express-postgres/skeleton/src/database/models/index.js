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

const sequelize = new Sequelize(database);

const models = {
{% for entity in model.entities %}
  ${{ entity.pascal }}: define${{ entity.pascal }}(sequelize, DataTypes),
{% endfor %}
};
{% if model.hasRelations %}

for (const model of Object.values(models)) {
  if ('associate' in model) {
    model.associate(sequelize.models);
  }
}
{% endif %}

module.exports = { sequelize, ...models };
