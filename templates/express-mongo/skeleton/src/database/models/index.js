'use strict';

const { connection } = require('../connection');
{% for entity in model.entities %}
const define${{ entity.pascal }} = require('./${{ entity.kebab }}.model');
{% endfor %}

module.exports = {
{% for entity in model.entities %}
  ${{ entity.pascal }}: define${{ entity.pascal }}(connection),
{% endfor %}
};
