'use strict';

const { ConnectionStates, mongo, MongooseError } = require('mongoose');
const { connection } = require('../database/connection');
const { HttpError } = require('./errors');

const RETRY_AFTER_SECONDS = '5';
const DUPLICATE_KEY = 11000;
const UNIQUE_INDEX = /index: unique_(\w+) dup key/;

// Servers that are starting, stopping or no primary, limits of time, and
// conflicts that were repeated in vain.
const UNAVAILABLE = new Set([
  6, 7, 24, 50, 89, 91, 112, 189, 251, 262, 9001, 10107, 11600, 11602, 13435,
  13436,
]);

const NO_CONNECTION = new Set([
  'MongoClientClosedError',
  'MongoNotConnectedError',
  'MongoPoolClosedError',
  'MongoServerClosedError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
]);

/** @param {unknown} error */
function isUnavailable(error) {
  if (error instanceof mongo.MongoServerError) {
    return UNAVAILABLE.has(Number(error.code));
  }
  if (error instanceof mongo.MongoError) {
    return error instanceof mongo.MongoNetworkError || NO_CONNECTION.has(error.name);
  }
  // What Mongoose says while it has no connection has no class of its own.
  return (
    error instanceof MongooseError &&
    connection.readyState !== ConnectionStates.connected
  );
}

/**
 * The answer to an error of the database; nothing where it is none, or one that
 * the service made itself.
 *
 * @param {unknown} error
 * @returns {InstanceType<typeof HttpError> | undefined}
 */
function toDatabaseAnswer(error) {
  if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) {
    const [, property] = UNIQUE_INDEX.exec(error.message) ?? [];
    return HttpError.conflict(
      'Another row has this value already.',
      property ? [{ pointer: `/${property}`, detail: 'must be unique' }] : undefined,
    );
  }
  if (isUnavailable(error)) {
    return new HttpError(503, 'The database is not available.', {
      headers: { 'Retry-After': RETRY_AFTER_SECONDS },
      cause: error,
    });
  }
  return undefined;
}

module.exports = { toDatabaseAnswer };
