'use strict';

const express = require('express');
const helmet = require('helmet').default;
const api = require('./api');
const { handleError, notFound } = require('./utils/error.middleware');
const { logRequests } = require('./utils/logger');
const { measureRequests } = require('./utils/metrics');
const operations = require('./utils/operations.routes');

/** The service without a port: what the server starts and the tests call. */
function createApp() {
  const app = express();
  // Rows have an entity tag of their own, lists have none.
  app.set('etag', false);
  // Addresses are parsed by the list query, which refuses what is malformed.
  app.set('query parser', false);

  app.use(logRequests);
  app.use(measureRequests);
  app.use(helmet());
  app.use(operations);
  app.use(api);
  app.use(notFound);
  app.use(handleError);
  return app;
}

module.exports = { createApp };
