{% set merges = 'json' in model.fieldTypes or 'object' in model.fieldTypes %}
{% set reads = merges or model.hasRelations %}
'use strict';

const { setTimeout: wait } = require('node:timers/promises');
{% if model.hasRelations %}
const { Types, trusted } = require('mongoose');
{% elif model.hasSoftDelete %}
const { Types } = require('mongoose');
{% endif %}
const { statementTimeout } = require('../config/database');
const { HttpError } = require('./errors');
const { assertMatch } = require('./etag');
{% if merges %}
const { isObject, mergePatch } = require('./merge-patch');
{% endif %}

const PATIENCE_MS = 5_000;
const PAUSE_MS = 5;
{% if model.hasRelations %}
const ABANDONED_S = 60;
{% endif %}

/**
 * A document as it is stored. Beside the properties of the API it has
 * `_version`, which every write counts on{% if model.hasRelations %}, `_deleting` while a delete runs{% endif %}{% if model.hasSoftDelete %}, and `_deleted`
 * once it is hidden{% endif %}.
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
{% if model.hasRelations %}
 * @property {import('mongoose').ClientSession} [session]
{% endif %}
 */

/**
 * @param {Table} table
 * @param {string} property
 */
function has(table, property) {
  return table.schema.path(property) !== undefined;
}

/**
 * The rows that answers show{% if model.hasSoftDelete %}: not those that are hidden{% endif %}.
 *
 * @param {Table} table
 * @param {Row} [where]
 * @returns {Row}
 */
function visible(table, where = {}) {
{% if model.hasSoftDelete %}
  return has(table, '_deleted') ? { ...where, _deleted: null } : where;
{% else %}
  return where;
{% endif %}
}

{% if model.hasRelations %}
/** Matches rows that no delete is at work on; one that took so long has died. */
function unclaimed() {
  const abandoned = Types.ObjectId.createFromTime(
    Math.floor(Date.now() / 1000) - ABANDONED_S,
  );
  return {
    $or: [{ _deleting: null }, { _deleting: trusted({ $lt: abandoned }) }],
  };
}

{% endif %}
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
async function findRow(table, id, { where{% if model.hasRelations %}, session{% endif %} } = {}) {
  const row = await table
    .findOne({ ...visible(table, where), _id: id })
{% if model.hasRelations %}
    .session(session ?? null)
{% endif %}
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
 * @param {{ id?: unknown{% if model.hasRelations %}, session?: Scope['session']{% endif %} }} [options] The row gets an id where it has none
 * @returns {Promise<Row>}
 */
async function insertRow(table, values, { id{% if model.hasRelations %}, session{% endif %} } = {}) {
  const now = new Date();
  const row = {
    _id: table.schema.path('_id').cast(id ?? (await table.newId())),
    ...toStored(table, values),
    ...(has(table, 'created_at') && { created_at: now, updated_at: now }),
    _version: 0,
  };
  await table.collection.insertOne(row, { maxTimeMS: statementTimeout{% if model.hasRelations %}, session{% endif %} });
  return row;
}

/**
 * Runs one atomic write on a row, and again where another write came between.
 * What depends on the row is written to the version that was read.
 *
 * @param {Table} table
 * @param {unknown} id
 * @param {Scope & { ifMatch?: string{% if reads %}, reads?: boolean{% endif %} }} options
 * @param {(filter: Row, read?: Row) => Promise<Row | null>} write
 * @returns {Promise<Row>} The row as the write answers it
 */
async function writeRow(table, id, { ifMatch, {% if reads %}reads = false, {% endif %}...scope }, write) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const filter = {
      ...visible(table, scope.where),
      _id: table.schema.path('_id').cast(id),
{% if model.hasRelations %}
      ...unclaimed(),
{% endif %}
    };
    let written;
    if ({% if reads %}reads || {% endif %}ifMatch !== undefined) {
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
{% if merges %}
 * @param {Record<string, any> | ((read: Row) => Record<string, any>)} values
 *   The properties, or what makes them of the row that is there
{% else %}
 * @param {Record<string, any>} values
{% endif %}
 * @param {Scope & { ifMatch?: string{% if reads %}, reads?: boolean{% endif %} }} options
{% if model.hasRelations %}
 * @returns {Promise<{ row: Row, former?: Row }>}
{% else %}
 * @returns {Promise<Row>}
{% endif %}
 */
async function updateRow(table, id, values, options) {
{% if merges %}
  const reading = { ...options, reads: options.reads || typeof values === 'function' };
{% endif %}
{% if model.hasRelations %}
  /** @type {Row | undefined} */
  let former;
  const row = await writeRow(table, id, ${{ 'reading' if merges else 'options' }}, (filter, read) => {
    former = read;
{% else %}
  return writeRow(table, id, ${{ 'reading' if merges else 'options' }}, (filter{% if merges %}, read{% endif %}) => {
{% endif %}
{% if merges %}
    const changes = changesOf(
      table,
      typeof values === 'function' ? values(/** @type {Row} */ (read)) : values,
    );
{% else %}
    const changes = changesOf(table, values);
{% endif %}
    return table.collection.findOneAndUpdate(filter, changes, {
      returnDocument: 'after',
      maxTimeMS: statementTimeout,
{% if model.hasRelations %}
      session: options.session,
{% endif %}
    });
  });
{% if model.hasRelations %}
  return { row, former };
{% endif %}
}

/**
 * What a merge patch sets: null brings a property's default back{% if merges %}, and an object
 * merges with the one that is there{% endif %}.
 *
 * @param {Table} table
 * @param {Record<string, any>} changes
 */
function patchOf(table, changes) {
  /** @param {string} name */
  const defaultOf = (name) => table.schema.path(name).options.default ?? null;
{% if merges %}
  /** @param {Record<string, any>} wire */
  const mergeWith = (wire) =>
    Object.fromEntries(
      Object.entries(changes).map(([name, change]) => [
        name,
        change === null ? defaultOf(name) : mergePatch(wire[name], change),
      ]),
    );
  return Object.values(changes).some(isObject)
    ? (/** @type {Row} */ read) => mergeWith(table.toWire(read))
    : mergeWith({});
{% else %}
  return Object.fromEntries(
    Object.entries(changes).map(([name, change]) => [
      name,
      change ?? defaultOf(name),
    ]),
  );
{% endif %}
}

/**
 * Deletes a row that nothing refers to{% if model.hasSoftDelete %}, or hides it{% endif %}.
 *
 * @param {Table} table
 * @param {unknown} id
 * @param {Scope & { ifMatch?: string }} options
 */
async function removeRow(table, id, options) {
  await writeRow(table, id, options, (filter) =>
{% if model.hasSoftDelete %}
    has(table, '_deleted')
      ? table.collection.findOneAndUpdate(
          filter,
          { $set: { _deleted: new Types.ObjectId() }, $inc: { _version: 1 } },
          { maxTimeMS: statementTimeout },
        )
      : table.collection.findOneAndDelete(filter, { maxTimeMS: statementTimeout }),
{% else %}
    table.collection.findOneAndDelete(filter, { maxTimeMS: statementTimeout }),
{% endif %}
  );
}

module.exports = {
{% if model.hasRelations %}
  PATIENCE_MS,
  PAUSE_MS,
{% endif %}
  findPage,
  findRow,
{% if model.hasRelations %}
  has,
{% endif %}
  insertRow,
  patchOf,
  removeRow,
{% if model.hasRelations %}
  unclaimed,
{% endif %}
  updateRow,
{% if model.hasRelations %}
  visible,
  writeRow,
{% endif %}
};
