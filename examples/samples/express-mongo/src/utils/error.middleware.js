'use strict';

const { toDatabaseAnswer } = require('./database-errors');
const { HttpError } = require('./errors');

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
  const databaseAnswer = toDatabaseAnswer(error);
  if (databaseAnswer) {
    return databaseAnswer;
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
