'use strict';

const { loadDotEnv, readServiceSettings } = require('./env');

loadDotEnv();

const settings = readServiceSettings(process.env);

module.exports = {
  name: '${{ values.name }}',
  environment: settings.NODE_ENV,
  port: settings.PORT,
  logLevel: settings.LOG_LEVEL,
  bodyLimit: settings.BODY_LIMIT_BYTES,
  shutdownTimeout: settings.SHUTDOWN_TIMEOUT_MS,
{% if values.auth == 'jwt' %}
  jwt: {
    issuer: settings.JWT_ISSUER,
    audience: settings.JWT_AUDIENCE,
    secret: settings.JWT_SECRET,
    jwksUrl: settings.JWT_JWKS_URL,
  },
{% endif %}
};
