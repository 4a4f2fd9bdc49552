'use strict';

const express = require('express');
{% for entity in model.entities %}
const ${{ entity.camel }}Routes = require('./v1/routes/${{ entity.kebab }}.routes');
{% endfor %}

const router = express.Router();

{% for entity in model.entities %}
router.use('${{ entity.path }}', ${{ entity.camel }}Routes);
{% endfor %}

module.exports = router;
