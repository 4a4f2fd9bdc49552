'use strict';

const models = require('../database/models');
const { HttpError } = require('../utils/errors');
const { assertMatch } = require('../utils/etag');
const {
  assertExists,
  findPage,
  locked,
  patchRow,
} = require('../utils/rows');
const { inTransaction } = require('../utils/transaction');

const { CopyRecord } = models;

/**
 * @typedef {import('sequelize').Transaction} Transaction
 * @typedef {Record<string, any>} Values
 * @typedef {{ ifMatch?: string }} WriteOptions
 */

/**
 * @param {import('../utils/list-query').ListQuery} query
 */
async function list(query) {
  return findPage(CopyRecord, query);
}

/**
 * @param {string | number} id
 * @param {import('sequelize').FindOptions} [options]
 */
async function get(id, options = {}) {
  const row = await CopyRecord.findOne({
    where: { id },
    ...options,
  });
  if (!row) {
    throw HttpError.notFound('copy');
  }
  return row;
}

/**
 * @param {Values} values
 */
async function create(values) {
  return inTransaction(async (transaction) => {
    const row = CopyRecord.build();
    row.set(values);
    return save(row, values, transaction);
  });
}

/**
 * @param {string | number} id
 * @param {Values} values
 * @param {WriteOptions} options
 */
async function replace(id, values, { ifMatch }) {
  return inTransaction(async (transaction) => {
    const row = await get(id, locked(CopyRecord, transaction));
    assertMatch(row, ifMatch);
    row.set(values);
    return save(row, values, transaction);
  });
}

/**
 * @param {string | number} id
 * @param {Values} changes
 * @param {WriteOptions} options
 */
async function patch(id, changes, { ifMatch }) {
  return inTransaction(async (transaction) => {
    const row = await get(id, locked(CopyRecord, transaction));
    assertMatch(row, ifMatch);
    patchRow(row, changes);
    return save(row, changes, transaction);
  });
}

/**
 * @param {string | number} id
 * @param {WriteOptions} options
 */
async function remove(id, { ifMatch }) {
  await inTransaction(async (transaction) => {
    const row = await get(id, locked(CopyRecord, transaction));
    assertMatch(row, ifMatch);
    await row.destroy({ transaction });
  });
}

/**
 * Writes a row and what it refers to, and reads it as it is stored.
 *
 * @param {import('../utils/rows').Row} row
 * @param {Values} values
 * @param {Transaction} transaction
 */
async function save(row, values, transaction) {
  await assertExists(models.Book, 'book_id', values.book_id, {
    transaction,
  });
  row.changed(/** @type {any} */ ('updated_at'), true);
  return row.save({ transaction, returning: true });
}

module.exports = { create, get, list, patch, remove, replace };
