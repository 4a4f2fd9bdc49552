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
const RESTRICT_VIOLATION = '23001';
const LOST_CONNECTION = /^Connection terminated|^Query read timeout/;

/**
 * SQLSTATE of a database error; empty where the connection broke.
 *
 * @param {DatabaseError} error
 */
function codeOf(error) {
  return /** @type {{ code?: string }} */ (error.original).code ?? '';
}

/** @param {DatabaseError} error */
function isUnavailable(error) {
  return (
    UNAVAILABLE.test(codeOf(error)) ||
    LOST_CONNECTION.test(error.original.message)
  );
}

/**
 * PostgreSQL 18 has a code of its own for `ON DELETE RESTRICT`.
 *
 * @param {unknown} error
 */
function isRestricted(error) {
  return error instanceof DatabaseError && codeOf(error) === RESTRICT_VIOLATION;
}

/**
 * The property whose value a column holds.
 *
 * @param {UniqueConstraintError} error
 * @param {string} column
 */
function propertyOf(error, column) {
  const table = /** @type {any} */ (error.errors[0]?.instance?.constructor);
  return table?.fieldRawAttributesMap[column]?.fieldName ?? column;
}

/**
 * The answer to an error of the database; nothing where it is none, or one that
 * the service made itself.
 *
 * @param {unknown} error
 * @returns {InstanceType<typeof HttpError> | undefined}
 */
function toDatabaseAnswer(error) {
  if (error instanceof UniqueConstraintError) {
    return HttpError.conflict(
      'Another row has this value already.',
      Object.keys(error.fields).map(column => ({
        pointer: `/${propertyOf(error, column)}`,
        detail: 'must be unique',
      })),
    );
  }
  if (error instanceof ForeignKeyConstraintError || isRestricted(error)) {
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
  return undefined;
}

module.exports = { toDatabaseAnswer };
