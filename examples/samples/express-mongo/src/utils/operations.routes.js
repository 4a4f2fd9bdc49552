'use strict';

const { readFileSync } = require('node:fs');
const path = require('node:path');
const express = require('express');
const swaggerUiPath = require('swagger-ui-dist/absolute-path');
const { ping } = require('../database/connection');
const { HttpError } = require('./errors');
const { registry } = require('./metrics');
const { allow } = require('./request.middleware');

const OPENAPI_FILE = path.join(__dirname, '../../openapi.json');
const INITIALIZER = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '../openapi.json',
    dom_id: '#swagger-ui',
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
  });
};
`;

const document = readFileSync(OPENAPI_FILE, 'utf8');
const router = express.Router();

router
  .route('/health/live')
  .all(allow('GET'))
  .get((_req, res) => {
    res.json({ status: 'ok' });
  });

router
  .route('/health/ready')
  .all(allow('GET'))
  .get(async (req, res) => {
    if (req.app.locals.isStopping) {
      throw new HttpError(503, 'The service is stopping.');
    }
    await ping();
    res.json({ status: 'ok' });
  });

router
  .route('/metrics')
  .all(allow('GET'))
  .get(async (_req, res) => {
    res.type(registry.contentType).send(await registry.metrics());
  });

router
  .route('/openapi.json')
  .all(allow('GET'))
  .get((_req, res) => {
    res.type('json').send(document);
  });

router
  .route('/docs/swagger-initializer.js')
  .all(allow('GET'))
  .get((_req, res) => {
    res.type('js').send(INITIALIZER);
  });

router.use('/docs', allow('GET'), express.static(swaggerUiPath()));

module.exports = router;
