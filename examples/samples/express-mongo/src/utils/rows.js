'use strict';

const { setTimeout: wait } = require('node:timers/promises');
const { Types, trusted } = require('mongoose');
const { statementTimeout } = require('../config/database');
const { HttpError } = require('./errors');
const { assertMatch } = require('./etag');

const PATIENCE_MS = 5_000;
const PAUSE_MS = 5;
const ABANDONED_S = 60;

/**
 * A document as it is stored. Beside the properties of the API it has
 * `_version`, which every write counts on, `_deleting` while a delete runs, and `_deleted`
 * once it is hidden.
 *
 * @typedef {Record<string, any>} Row
 */

/**
 * A model, with what the service has to know of it.
 *
 * @typedef {import('mongoose').Model<any> & {
 *   title: string,
 *   newId: () => unknown,
 *   toWire: (row: Row) => Record<string, any>,
 * }} Table
 */

/**
 * @typedef {object} Scope
 * @property {Row} [where] What a row has to be beside visible
 * @property {import('mongoose').ClientSession} [session]
 */

/**
 * @param {Table} table
 * @param {string} property
 */
function has(table, property) {
  return table.schema.path(property) !== undefined;
}

/**
 * The rows that answers show: not those that are hidden.
 *
 * @param {Table} table
 * @param {Row} [where]
 * @returns {Row}
 */
function visible(table, where = {}) {
  return has(table, '_deleted') ? { ...where, _deleted: null } : where;
}

/** Matches rows that no delete is at work on; one that took so long has died. */
function unclaimed() {
  const abandoned = Types.ObjectId.createFromTime(
    Math.floor(Date.now() / 1000) - ABANDONED_S,
  );
  return {
    $or: [{ _deleting: null }, { _deleting: trusted({ $lt: abandoned }) }],
  };
}

/**
 * One page of the rows that a list query asks for.
 *
 * @param {Table} table
 * @param {import('./list-query').ListQuery} query
 * @param {Row} [where]
 */
async function findPage(table, { page, limit, order, conditions }, where) {
  const filter = { $and: [visible(table, where), ...conditions] };
  const [total, rows] = await Promise.all([
    table.countDocuments(filter),
    table
      .find(filter)
      .sort(order)
      .skip((page - 1) * limit)
      .limit(limit)
      .lean(),
  ]);
  return { items: rows.map(table.toWire), page, limit, total };
}

/**
 * @param {Table} table
 * @param {unknown} id
 * @param {Scope} [scope]
 * @returns {Promise<Row>}
 */
async function findRow(table, id, { where, session } = {}) {
  const row = await table
    .findOne({ ...visible(table, where), _id: id })
    .session(session ?? null)
    .lean();
  if (!row) {
    throw HttpError.notFound(table.title);
  }
  return row;
}

/**
 * Properties as they are stored: what is null is not there at all. The driver
 * writes them itself, because Mongoose's own writes change what they copy, such
 * as JSON with a member called `constructor`.
 *
 * @param {Table} table
 * @param {Record<string, any>} values
 */
function toStored(table, values) {
  /** @type {Row} */
  const stored = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== null) {
      stored[name] = table.schema.path(name).cast(value);
    }
  }
  return stored;
}

/**
 * @param {Table} table
 * @param {Record<string, any>} values
 * @param {{ id?: unknown, session?: Scope['session'] }} [options] The row gets an id where it has none
 * @returns {Promise<Row>}
 */
async function insertRow(table, values, { id, session } = {}) {
  const now = new Date();
  const row = {
    _id: table.schema.path('_id').cast(id ?? (await table.newId())),
    ...toStored(table, values),
    ...(has(table, 'created_at') && { created_at: now, updated_at: now }),
    _version: 0,
  };
  await table.collection.insertOne(row, { maxTimeMS: statementTimeout, session });
  return row;
}

/**
 * Runs one atomic write on a row, and again where another write came between.
 * What depends on the row is written to the version that was read.
 *
 * @param {Table} table
 * @param {unknown} id
 * @param {Scope & { ifMatch?: string, reads?: boolean }} options
 * @param {(filter: Row, read?: Row) => Promise<Row | null>} write
 * @returns {Promise<Row>} The row as the write answers it
 */
async function writeRow(table, id, { ifMatch, reads = false, ...scope }, write) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const filter = {
      ...visible(table, scope.where),
      _id: table.schema.path('_id').cast(id),
      ...unclaimed(),
    };
    let written;
    if (reads || ifMatch !== undefined) {
      const read = await findRow(table, id, scope);
      assertMatch(table.toWire(read), ifMatch);
      written = await write({ ...filter, _version: read._version }, read);
    } else {
      written = await write(filter);
    }
    if (written) {
      return written;
    }
    await findRow(table, id, scope);
    if (Date.now() > deadline) {
      throw HttpError.conflict('Somebody else is changing the row.');
    }
    await wait(PAUSE_MS);
  }
}

/**
 * @param {Table} table
 * @param {Record<string, any>} values
 */
function changesOf(table, values) {
  const $set = toStored(table, values);
  if (has(table, 'updated_at')) {
    $set.updated_at = new Date();
  }
  const $unset = Object.fromEntries(
    Object.keys(values)
      .filter((name) => values[name] === null)
      .map((name) => [name, 1]),
  );
  return { $set, $unset, $inc: { _version: 1 } };
}

/**
 * Sets properties of a row.
 *
 * @param {Table} table
 * @param {unknown} id
 * @param {Record<string, any>} values
 * @param {Scope & { ifMatch?: string, reads?: boolean }} options
 * @returns {Promise<{ row: Row, former?: Row }>}
 */
async function updateRow(table, id, values, options) {
  /** @type {Row | undefined} */
  let former;
  const row = await writeRow(table, id, options, (filter, read) => {
    former = read;
    const changes = changesOf(table, values);
    return table.collection.findOneAndUpdate(filter, changes, {
      returnDocument: 'after',
      maxTimeMS: statementTimeout,
      session: options.session,
    });
  });
  return { row, former };
}

/**
 * What a merge patch sets: null brings a property's default back.
 *
 * @param {Table} table
 * @param {Record<string, any>} changes
 */
function patchOf(table, changes) {
  /** @param {string} name */
  const defaultOf = (name) => table.schema.path(name).options.default ?? null;
  return Object.fromEntries(
    Object.entries(changes).map(([name, change]) => [
      name,
      change ?? defaultOf(name),
    ]),
  );
}

/**
 * Deletes a row that nothing refers to, or hides it.
 *
 * @param {Table} table
 * @param {unknown} id
 * @param {Scope & { ifMatch?: string }} options
 */
async function removeRow(table, id, options) {
  await writeRow(table, id, options, (filter) =>
    has(table, '_deleted')
      ? table.collection.findOneAndUpdate(
          filter,
          { $set: { _deleted: new Types.ObjectId() }, $inc: { _version: 1 } },
          { maxTimeMS: statementTimeout },
        )
      : table.collection.findOneAndDelete(filter, { maxTimeMS: statementTimeout }),
  );
}

module.exports = {
  PATIENCE_MS,
  PAUSE_MS,
  findPage,
  findRow,
  has,
  insertRow,
  patchOf,
  removeRow,
  unclaimed,
  updateRow,
  visible,
  writeRow,
};
