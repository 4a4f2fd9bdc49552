'use strict';

const { CopyRecord } = require('../database/models');
const { deleteRow } = require('../utils/deletion');
const { insertReferring, updateReferring } = require('../utils/references');
const {
  findPage,
  findRow,
  patchOf,
} = require('../utils/rows');

/**
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
 */
async function get(id) {
  return CopyRecord.toWire(await findRow(CopyRecord, id));
}

/**
 * @param {Values} values
 */
async function create(values) {
  const row = await insertReferring(CopyRecord, values);
  return CopyRecord.toWire(row);
}

/**
 * @param {string | number} id
 * @param {Values} values
 * @param {WriteOptions} options
 */
async function replace(id, values, { ifMatch }) {
  const row = await updateReferring(CopyRecord, id, values, values, { ifMatch });
  return CopyRecord.toWire(row);
}

/**
 * @param {string | number} id
 * @param {Values} changes
 * @param {WriteOptions} options
 */
async function patch(id, changes, { ifMatch }) {
  const row = await updateReferring(CopyRecord, id, patchOf(CopyRecord, changes), changes, { ifMatch });
  return CopyRecord.toWire(row);
}

/**
 * @param {string | number} id
 * @param {WriteOptions} options
 */
async function remove(id, { ifMatch }) {
  await deleteRow(CopyRecord, id, { ifMatch });
}

module.exports = { create, get, list, patch, remove, replace };
