'use strict';

const { setTimeout: wait } = require('node:timers/promises');
const { trusted } = require('mongoose');
const { connection } = require('../database/connection');
const { HttpError } = require('./errors');
const {
  PATIENCE_MS,
  PAUSE_MS,
  insertRow,
  unclaimed,
  updateRow,
  visible,
} = require('./rows');
const { inTransaction } = require('./transaction');

/**
 * @typedef {import('./rows').Row} Row
 * @typedef {import('./rows').Table} Table
 */

/**
 * A property of one model that holds ids of another, and what a delete does to it.
 *
 * @typedef {object} Reference
 * @property {Table} source
 * @property {string} property
 * @property {Table} target
 * @property {'restrict' | 'cascade' | 'setNull' | 'unlink'} onDelete
 */

/** @returns {Reference[]} */
function allReferences() {
  const tables = /** @type {Record<string, Table>} */ (connection.models);
  return Object.values(tables).flatMap((source) =>
    Object.entries(source.schema.paths)
      .filter(([, { options }]) => options.ref)
      .map(([property, { options }]) => ({
        source,
        property,
        target: tables[options.ref],
        onDelete: options.onDelete,
      })),
  );
}

/** @param {Table} table */
function referencesTo(table) {
  return allReferences().filter(({ target }) => target === table);
}

/**
 * What values refer to, but for the row that has them.
 *
 * @param {Table} table
 * @param {Record<string, any>} values
 * @param {unknown} [ownId]
 */
function referencesIn(table, values, ownId) {
  return allReferences()
    .filter(({ source }) => source === table)
    .map(({ property, target }) => ({
      property,
      target,
      ids: [values[property] ?? []]
        .flat()
        .filter((id) => target !== table || String(id) !== String(ownId)),
    }))
    .filter(({ ids }) => ids.length > 0);
}

/**
 * Writes to rows, so that a delete of one of them that runs at the same time
 * either has been seen here or sees what refers to it.
 *
 * @param {Table} table
 * @param {unknown[]} ids
 * @param {import('./rows').Scope} scope
 * @returns {Promise<boolean>} Whether all of them are there
 */
async function pin(table, ids, { where, session }) {
  const deadline = Date.now() + PATIENCE_MS;
  const filter = { ...visible(table, where), _id: trusted({ $in: ids }) };
  for (;;) {
    const { matchedCount } = await table
      .updateMany(
        { ...filter, ...unclaimed() },
        { $inc: { _version: 1 }, $unset: { _deleting: 1 } },
      )
      .session(session ?? null);
    if (matchedCount === ids.length) {
      return true;
    }
    // The delete of one that is still there may be refused.
    const there = await table.countDocuments(filter).session(session ?? null);
    if (there < ids.length || Date.now() > deadline) {
      return false;
    }
    await wait(PAUSE_MS);
  }
}

/**
 * Throws where a row refers to nothing that the caller can see.
 *
 * @param {ReturnType<typeof referencesIn>} references
 * @param {Options} options
 */
async function pinAll(references, { session }) {
  for (const { property, target, ids } of references) {
    if (!(await pin(target, ids, { session }))) {
      throw HttpError.conflict('A reference leads to nothing.', [
        { pointer: `/${property}`, detail: 'must refer to an existing row' },
      ]);
    }
  }
}

/**
 * @typedef {object} Options
 * @property {import('mongoose').ClientSession} [session]
 */

/**
 * Inserts a row, if all that it refers to is there.
 *
 * @param {Table} table
 * @param {Record<string, any>} values
 * @param {Options} [options]
 */
async function insertReferring(table, values, options = {}) {
  const references = referencesIn(table, values);
  if (references.length === 0) {
    return insertRow(table, values);
  }
  return inTransaction(async (session) => {
    const row = await insertRow(table, values, { session });
    try {
      await pinAll(references, { ...options, session });
    } catch (error) {
      if (!session) {
        await table.deleteOne({ _id: row._id });
      }
      throw error;
    }
    return row;
  });
}

/**
 * Sets properties of a row, if all that they refer to is there.
 *
 * @param {Table} table
 * @param {unknown} id
 * @param {Parameters<typeof updateRow>[2]} values
 * @param {Record<string, any>} given The properties that may refer to something
 * @param {Parameters<typeof updateRow>[3] & Options} options
 */
async function updateReferring(table, id, values, given, options) {
  const references = referencesIn(table, given, id);
  if (references.length === 0) {
    return (await updateRow(table, id, values, options)).row;
  }
  return inTransaction(async (session) => {
    const { row, former } = await updateRow(table, id, values, {
      ...options,
      session,
      reads: true,
    });
    try {
      await pinAll(references, { ...options, session });
    } catch (error) {
      if (!session && former) {
        await restore(table, row, former);
      }
      throw error;
    }
    return row;
  });
}

/**
 * Makes a row what it was, unless somebody has changed it again.
 *
 * @param {Table} table
 * @param {Row} row
 * @param {Row} former
 */
async function restore(table, row, former) {
  await table.collection.replaceOne(
    { _id: row._id, _version: row._version },
    { ...former, _version: row._version + 1 },
  );
}

module.exports = { insertReferring, referencesTo, updateReferring };
