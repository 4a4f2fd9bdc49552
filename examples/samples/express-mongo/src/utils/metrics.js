'use strict';

const client = require('prom-client');

const SECOND_IN_NANOSECONDS = 1e9;

const registry = new client.Registry();
client.collectDefaultMetrics({ register: registry });

const duration = new client.Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from a request to the end of its answer',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
});

/**
 * Measures each request. The label is the route and not the path: ids would
 * make a series each.
 *
 * @param {import('express').Request} req
 * @param {import('express').Response} res
 * @param {import('express').NextFunction} next
 */
function measureRequests(req, res, next) {
  const start = process.hrtime.bigint();
  res.on('finish', () => {
    const route = req.route ? req.baseUrl + req.route.path : 'none';
    const seconds =
      Number(process.hrtime.bigint() - start) / SECOND_IN_NANOSECONDS;
    duration.observe(
      { method: req.method, route, status: res.statusCode },
      seconds,
    );
  });
  next();
}

module.exports = { measureRequests, registry };
