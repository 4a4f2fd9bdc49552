'use strict';

const { randomUUID } = require('node:crypto');
const pino = require('pino').default;
const { pinoHttp } = require('pino-http');
const config = require('../config');

const REQUEST_ID = /^[\w.:-]{1,128}$/;

const logger = pino({
  level: config.logLevel,
  base: { service: config.name },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: label => ({ level: label }) },
});

/** Logs each request, with the id that the caller gave it or a new one. */
const logRequests = pinoHttp({
  logger,
  genReqId(req, res) {
    const given = req.headers['x-request-id'];
    const id =
      typeof given === 'string' && REQUEST_ID.test(given)
        ? given
        : randomUUID();
    res.setHeader('X-Request-ID', id);
    return id;
  },
  customLogLevel(_req, res) {
    return res.statusCode >= 500 ? 'error' : 'info';
  },
  autoLogging: {
    ignore: req => /^\/(?:health|metrics)/.test(req.url ?? ''),
  },
  // Each line holds what these answer and nothing else of the request.
  wrapSerializers: false,
  serializers: {
    req: ({ id, method, url }) => ({ id, method, url }),
    res: ({ statusCode }) => ({ statusCode }),
  },
});

module.exports = { logRequests, logger };
