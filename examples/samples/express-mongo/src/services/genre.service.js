'use strict';

const { Genre } = require('../database/models');
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
  return findPage(Genre, query);
}

/**
 * @param {string | number} id
 */
async function get(id) {
  return Genre.toWire(await findRow(Genre, id));
}

/**
 * @param {Values} values
 */
async function create(values) {
  const row = await insertReferring(Genre, values);
  return Genre.toWire(row);
}

/**
 * @param {string | number} id
 * @param {Values} values
 * @param {WriteOptions} options
 */
async function replace(id, values, { ifMatch }) {
  const row = await updateReferring(Genre, id, values, values, { ifMatch });
  return Genre.toWire(row);
}

/**
 * @param {string | number} id
 * @param {Values} changes
 * @param {WriteOptions} options
 */
async function patch(id, changes, { ifMatch }) {
  const row = await updateReferring(Genre, id, patchOf(Genre, changes), changes, { ifMatch });
  return Genre.toWire(row);
}

/**
 * @param {string | number} id
 * @param {WriteOptions} options
 */
async function remove(id, { ifMatch }) {
  await deleteRow(Genre, id, { ifMatch });
}

module.exports = { create, get, list, patch, remove, replace };
