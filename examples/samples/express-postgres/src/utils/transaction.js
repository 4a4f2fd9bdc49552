'use strict';

const { DatabaseError } = require('sequelize');
const { sequelize } = require('../database/models');

const ATTEMPTS = 3;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

/** @param {unknown} error */
function isTransient(error) {
  if (!(error instanceof DatabaseError)) {
    return false;
  }
  const { code } = /** @type {{ code?: string }} */ (error.original);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK;
}

/**
 * Runs work in a transaction, again where it met another one in a deadlock.
 *
 * @template T
 * @param {(transaction: import('sequelize').Transaction) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function inTransaction(work) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sequelize.transaction(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) {
        throw error;
      }
    }
  }
}

module.exports = { inTransaction };
