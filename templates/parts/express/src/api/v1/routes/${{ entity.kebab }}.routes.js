'use strict';

const express = require('express');
{% if values.auth == 'jwt' %}
const { authenticate } = require('../../../utils/authenticate.middleware');
{% endif %}
const {
  allow,
  readBody,
  readPatch,
  readQuery,
} = require('../../../utils/request.middleware');
const controller = require('../controllers/${{ entity.kebab }}.controller');
const validator = require('../validators/${{ entity.kebab }}.validator');

const router = express.Router();

router
  .route('/')
  .all(allow('GET', 'POST'){% if values.auth == 'jwt' %}, authenticate{% endif %})
  .get(readQuery(validator.list), controller.list)
  .post(readBody(validator.body), controller.create);

router
  .route('/:id')
  .all(allow('GET', 'PUT', 'PATCH', 'DELETE'){% if values.auth == 'jwt' %}, authenticate{% endif %})
  .get(controller.get)
  .put(readBody(validator.body), controller.replace)
  .patch(readPatch(validator.patch), controller.patch)
  .delete(controller.remove);

module.exports = router;
