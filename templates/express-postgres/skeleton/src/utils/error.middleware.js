'use strict';

const {
  ConnectionError,
  DatabaseError,
  ForeignKeyConstraintError,
  UniqueConstraintError,
} = require('sequelize');
const { HttpError } = require('./errors');

const RETRY_AFTER_SECONDS = '5';

// PostgreSQL's classes 08 (connection) and 57 (operator intervention, which a
// statement timeout belongs to), serialization failures and deadlocks.
const UNAVAILABLE = /^(?:08|57|53|40001|40P01)/;
const LOST_CONNECTION = /^Connection terminated|^Query read timeout/;

/**
 * SQLSTATE of a database error, or its text where the connection broke.
 *
 * @param {import('sequelize').DatabaseError} error
 */
function isUnavailable(error) {
  const { code, message } = /** @type {{ code?: string, message: string }} */ (
    error.original
  );
  return UNAVAILABLE.test(code ?? '') || LOST_CONNECTION.test(message);
}

/**
 * The answer to an error, whatever threw it.
 *
 * @param {any} error
 * @returns {InstanceType<typeof HttpError>}
 */
function toHttpError(error) {
  if (error instanceof HttpError) {
    return error;
  }
  if (error instanceof UniqueConstraintError) {
    const fields = Object.keys(error.fields);
    return HttpError.conflict(
      'Another row has this value already.',
      fields.map((field) => ({ pointer: `/${field}`, detail: 'must be unique' })),
    );
  }
  if (error instanceof ForeignKeyConstraintError) {
    return HttpError.conflict('Rows that refer to each other forbid this.');
  }
  if (
    error instanceof ConnectionError ||
    (error instanceof DatabaseError && isUnavailable(error))
  ) {
    return new HttpError(503, 'The database is not available.', {
      headers: { 'Retry-After': RETRY_AFTER_SECONDS },
      cause: error,
    });
  }
  if (error instanceof URIError) {
    return HttpError.notFound('resource');
  }
  if (error?.type === 'entity.too.large') {
    return new HttpError(413, `The body is larger than ${error.limit} bytes.`);
  }
  if (error?.type === 'encoding.unsupported') {
    return new HttpError(415, 'The body must not be compressed.');
  }
  if (error?.expose === true && error.status >= 400 && error.status < 500) {
    return new HttpError(error.status, 'The request could not be read.', {
      cause: error,
    });
  }
  return new HttpError(500, 'Something went wrong here.', { cause: error });
}

/** @type {import('express').RequestHandler} */
function notFound() {
  throw HttpError.notFound('resource');
}

/** @type {import('express').ErrorRequestHandler} */
function handleError(error, req, res, next) {
  if (res.headersSent) {
    next(error);
    return;
  }
  const answer = toHttpError(error);
  if (answer.status >= 500) {
    req.log.error({ err: error }, answer.message);
  }
  res
    .status(answer.status)
    .set(answer.headers)
    .type('application/problem+json')
    .send(JSON.stringify(answer.toProblem()));
}

module.exports = { handleError, notFound, toHttpError };
