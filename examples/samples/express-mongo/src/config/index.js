'use strict';

const { loadDotEnv, readServiceSettings } = require('./env');

loadDotEnv();

const settings = readServiceSettings(process.env);

module.exports = {
  name: 'library',
  environment: settings.NODE_ENV,
  port: settings.PORT,
  logLevel: settings.LOG_LEVEL,
  bodyLimit: settings.BODY_LIMIT_BYTES,
  shutdownTimeout: settings.SHUTDOWN_TIMEOUT_MS,
};
