'use strict';

const { mongo, trusted } = require('mongoose');
const { countFrom } = require('../counters');
const { insertRow } = require('../../utils/rows');

const DUPLICATE_KEY = 11000;

// In an order in which rows come after those that they must refer to.
/** @type {Example[]} */
const EXAMPLES = [
  require('./examples/author.examples'),
  require('./examples/genre.examples'),
  require('./examples/book.examples'),
  require('./examples/copy-record.examples'),
  require('./examples/member.examples'),
  require('./examples/loan.examples'),
  require('./examples/reservation.examples'),
];

/**
 * @typedef {object} Example
 * @property {import('../../utils/rows').Table} table
 * @property {{ id: string | number, values: Record<string, unknown> }[]} rows
 * @property {{ id: string | number, values: Record<string, unknown> }[]} [references]
   What refers to rows that come later
 */

/**
 * @param {import('../../utils/rows').Table} table
 * @param {Example['rows'][number]} row
 */
async function insertOnce(table, { id, values }) {
  try {
    await insertRow(table, values, { id });
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY)) {
      throw error;
    }
  }
}

/** Inserts example rows; those that are there already stay as they are. */
async function seed() {
  for (const { table, rows } of EXAMPLES) {
    for (const row of rows) {
      await insertOnce(table, row);
    }
    const { id } = rows[rows.length - 1];
    if (typeof id === 'number') {
      // The next id that is given must not be one of an example.
      await countFrom(table.collection.collectionName, id);
    }
  }
  for (const { table, references = [] } of EXAMPLES) {
    for (const { id, values } of references) {
      await table.updateOne({ _id: id }, { $set: values });
    }
  }
}

/** Deletes the example rows. */
async function unseed() {
  for (const { table, rows } of EXAMPLES.toReversed()) {
    const ids = rows.map(({ id }) => id);
    await table.deleteMany({ _id: trusted({ $in: ids }) });
  }
}

module.exports = { seed, unseed };
