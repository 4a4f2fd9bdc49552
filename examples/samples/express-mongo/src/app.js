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
  app.use(
    helmet({
      contentSecurityPolicy: {
        // TLS ends in front of the service, so /docs must work without it.
        directives: { upgradeInsecureRequests: null },
      },
    }),
  );
  // Answers are not shortened to 304, which the API's description has not.
  app.use((req, _res, next) => {
    delete req.headers['if-none-match'];
    delete req.headers['if-modified-since'];
    next();
  });
  app.use(api);
  app.use(operations);
  app.use(notFound);
  app.use(handleError);
  return app;
}

module.exports = { createApp };
