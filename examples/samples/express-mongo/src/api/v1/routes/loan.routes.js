'use strict';

const express = require('express');
const {
  allow,
  readBody,
  readPatch,
  readQuery,
} = require('../../../utils/request.middleware');
const controller = require('../controllers/loan.controller');
const validator = require('../validators/loan.validator');

const router = express.Router();

router
  .route('/')
  .all(allow('GET', 'POST'))
  .get(readQuery(validator.list), controller.list)
  .post(readBody(validator.body), controller.create);

router
  .route('/:id')
  .all(allow('GET', 'PUT', 'PATCH', 'DELETE'))
  .get(controller.get)
  .put(readBody(validator.body), controller.replace)
  .patch(readPatch(validator.patch), controller.patch)
  .delete(controller.remove);

module.exports = router;
