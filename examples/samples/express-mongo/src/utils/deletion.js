'use strict';

const { setTimeout: wait } = require('node:timers/promises');
const { Types, trusted } = require('mongoose');
const { statementTimeout } = require('../config/database');
const { HttpError } = require('./errors');
const { referencesTo } = require('./references');
const {
  PATIENCE_MS,
  PAUSE_MS,
  has,
  removeRow,
  unclaimed,
  visible,
  writeRow,
} = require('./rows');
const { inTransaction } = require('./transaction');

/**
 * @typedef {import('./rows').Table} Table
 * @typedef {import('./rows').Scope & { ifMatch?: string }} Options
 */

/**
 * Rows of one model that go together.
 *
 * @typedef {object} Batch
 * @property {Table} table
 * @property {unknown[]} ids
 * @property {boolean} isHidden Hidden rather than deleted
 */

/** One delete, of a row and of what goes with it. */
class Deletion {
  /** @param {import('mongoose').ClientSession} [session] */
  constructor(session) {
    this.session = session ?? null;
    this.mark = new Types.ObjectId();
    /** @type {Batch[]} */
    this.batches = [];
  }

  /**
   * Marks the row: from now on nobody can refer to it.
   *
   * @param {Table} table
   * @param {unknown} id
   * @param {Options} options
   */
  async claim(table, id, options) {
    const row = await writeRow(table, id, options, (filter) =>
      table.collection.findOneAndUpdate(
        filter,
        { $set: { _deleting: this.mark }, $inc: { _version: 1 } },
        { session: options.session, maxTimeMS: statementTimeout },
      ),
    );
    this.batches.push({ table, ids: [row._id], isHidden: has(table, '_deleted') });
  }

  /**
   * Marks what goes with the row.
   *
   * @returns {Promise<boolean>} Whether no other delete is at work on these
   */
  async claimReferring() {
    // Grows while it is gone through.
    for (const batch of this.batches) {
      for (const { source, property, onDelete } of referencesTo(batch.table)) {
        if (onDelete === 'cascade' && !(await this.claimRows(batch, source, property))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * @param {Batch} batch
   * @param {Table} source
   * @param {string} property
   */
  async claimRows(batch, source, property) {
    const isHidden = batch.isHidden && has(source, '_deleted');
    const rows = await source
      .find(
        {
          ...(isHidden ? visible(source) : {}),
          [property]: trusted({ $in: batch.ids }),
          _id: trusted({ $nin: this.idsOf(source) }),
        },
        { _id: 1 },
      )
      .session(this.session)
      .lean();
    if (rows.length === 0) {
      return true;
    }
    const ids = rows.map((/** @type {import('./rows').Row} */ { _id }) => _id);
    this.batches.push({ table: source, ids, isHidden });
    const { matchedCount } = await source
      .updateMany(
        { _id: trusted({ $in: ids }), ...unclaimed() },
        { $set: { _deleting: this.mark }, $inc: { _version: 1 } },
      )
      .session(this.session);
    return matchedCount === ids.length;
  }

  /** @param {Table} table */
  idsOf(table) {
    return this.batches
      .filter((batch) => batch.table === table)
      .flatMap(({ ids }) => ids);
  }

  /** Throws where a row that stays restricts the delete. */
  async assertUnrestricted() {
    for (const { table, ids, isHidden } of this.batches) {
      for (const { source, property, onDelete } of referencesTo(table)) {
        if (onDelete === 'restrict') {
          const restricting = await source
            .exists({
              ...(isHidden ? visible(source) : {}),
              [property]: trusted({ $in: ids }),
              _id: trusted({ $nin: this.idsOf(source) }),
            })
            .session(this.session);
          if (restricting) {
            throw HttpError.conflict('Rows that refer to each other forbid this.');
          }
        }
      }
    }
  }

  /** Takes the references to these rows out of those that stay. */
  async detach() {
    for (const { table, ids } of this.batches) {
      for (const { source, property, onDelete } of referencesTo(table)) {
        const filter = { [property]: trusted({ $in: ids }) };
        if (onDelete === 'setNull') {
          await source
            .updateMany(filter, { $unset: { [property]: 1 }, $inc: { _version: 1 } })
            .session(this.session);
        } else if (onDelete === 'unlink') {
          await source
            .updateMany(filter, {
              $pull: { [property]: { $in: ids } },
              $inc: { _version: 1 },
            })
            .session(this.session);
        }
      }
    }
  }

  /** Deletes the rows or hides them, those that refer to others first. */
  async remove() {
    let removed = 0;
    for (const { table, ids, isHidden } of this.batches.toReversed()) {
      const filter = { _id: trusted({ $in: ids }), _deleting: this.mark };
      if (isHidden) {
        const changes = {
          $set: { _deleted: this.mark },
          $unset: { _deleting: 1 },
          $inc: { _version: 1 },
        };
        removed = (await table.updateMany(filter, changes).session(this.session)).matchedCount;
      } else {
        removed = (await table.deleteMany(filter).session(this.session)).deletedCount;
      }
    }
    if (removed === 0) {
      throw HttpError.conflict('The delete took too long; try it again.');
    }
  }

  /** Takes the marks away again. */
  async release() {
    for (const { table, ids } of this.batches) {
      await table
        .updateMany(
          { _id: trusted({ $in: ids }), _deleting: this.mark },
          { $unset: { _deleting: 1 } },
        )
        .session(this.session);
    }
  }
}

/**
 * @param {Table} table
 * @param {unknown} id
 * @param {Options} options
 * @returns {Promise<boolean>} Whether no other delete came in the way
 */
async function tryToDelete(table, id, options) {
  const deletion = new Deletion(options.session);
  try {
    await deletion.claim(table, id, options);
    if (!(await deletion.claimReferring())) {
      await deletion.release();
      return false;
    }
    await deletion.assertUnrestricted();
    await deletion.detach();
    await deletion.remove();
    return true;
  } catch (error) {
    // A transaction takes back by itself what it has written.
    if (!options.session) {
      await deletion.release();
    }
    throw error;
  }
}

/**
 * Deletes a row or hides it, and does to the rows that refer to it what their
 * `onDelete` says.
 *
 * @param {Table} table
 * @param {unknown} id
 * @param {Options} options
 */
async function deleteRow(table, id, options) {
  if (referencesTo(table).length === 0) {
    await removeRow(table, id, options);
    return;
  }
  const deadline = Date.now() + PATIENCE_MS;
  while (
    !(await inTransaction((session) =>
      tryToDelete(table, id, { ...options, session }),
    ))
  ) {
    if (Date.now() > deadline) {
      throw HttpError.conflict('Somebody else is deleting the same rows.');
    }
    // Not in step with the other one.
    await wait(PAUSE_MS * (1 + Math.random()));
  }
}

module.exports = { deleteRow };
