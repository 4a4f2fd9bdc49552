'use strict';

const { Author } = require('../database/models');
const { deleteRow } = require('../utils/deletion');
const {
  findPage,
  findRow,
  insertRow,
  patchOf,
  updateRow,
} = require('../utils/rows');

/**
 * @typedef {Record<string, any>} Values
 * @typedef {{ ifMatch?: string }} WriteOptions
 */

/**
 * @param {import('../utils/list-query').ListQuery} query
 */
async function list(query) {
  return findPage(Author, query);
}

/**
 * @param {string | number} id
 */
async function get(id) {
  return Author.toWire(await findRow(Author, id));
}

/**
 * @param {Values} values
 */
async function create(values) {
  const row = await insertRow(Author, values);
  return Author.toWire(row);
}

/**
 * @param {string | number} id
 * @param {Values} values
 * @param {WriteOptions} options
 */
async function replace(id, values, { ifMatch }) {
  const { row } = await updateRow(Author, id, values, { ifMatch });
  return Author.toWire(row);
}

/**
 * @param {string | number} id
 * @param {Values} changes
 * @param {WriteOptions} options
 */
async function patch(id, changes, { ifMatch }) {
  const { row } = await updateRow(Author, id, patchOf(Author, changes), { ifMatch });
  return Author.toWire(row);
}

/**
 * @param {string | number} id
 * @param {WriteOptions} options
 */
async function remove(id, { ifMatch }) {
  await deleteRow(Author, id, { ifMatch });
}

module.exports = { create, get, list, patch, remove, replace };
