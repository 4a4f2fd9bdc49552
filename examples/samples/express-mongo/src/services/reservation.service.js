'use strict';

const { Reservation } = require('../database/models');
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
  return findPage(Reservation, query);
}

/**
 * @param {string | number} id
 */
async function get(id) {
  return Reservation.toWire(await findRow(Reservation, id));
}

/**
 * @param {Values} values
 */
async function create(values) {
  const row = await insertReferring(Reservation, values);
  return Reservation.toWire(row);
}

/**
 * @param {string | number} id
 * @param {Values} values
 * @param {WriteOptions} options
 */
async function replace(id, values, { ifMatch }) {
  const row = await updateReferring(Reservation, id, values, values, { ifMatch });
  return Reservation.toWire(row);
}

/**
 * @param {string | number} id
 * @param {Values} changes
 * @param {WriteOptions} options
 */
async function patch(id, changes, { ifMatch }) {
  const row = await updateReferring(Reservation, id, patchOf(Reservation, changes), changes, { ifMatch });
  return Reservation.toWire(row);
}

/**
 * @param {string | number} id
 * @param {WriteOptions} options
 */
async function remove(id, { ifMatch }) {
  await deleteRow(Reservation, id, { ifMatch });
}

module.exports = { create, get, list, patch, remove, replace };
