'use strict';

const { Schema } = require('mongoose');
const { nextNumber } = require('../counters');
const { schemaOptions } = require('../schema-options');

/**
 * A shelf mark. Genres form a tree.
 *
 * @type {Schema<any>}
 */
const schema = new Schema(
  {
    _id: { type: Number, required: true },
    // Name on the shelf.
    name: { type: String, required: true },
    // The wider genre; none at the top of the tree.
    parent_id: {
      type: Number,
      ref: 'Genre',
      onDelete: 'restrict',
    },
    _version: { type: Number, required: true },
    _deleting: { type: Schema.Types.ObjectId },
  },
  { ...schemaOptions, collection: 'genres' },
);

schema.index({ name: 1 }, { name: 'unique_name', unique: true, sparse: true });
schema.index({ parent_id: 1 });

/**
 * The row as answers show it.
 *
 * @param {import('../../utils/rows').Row} row
 */
function toWire(row) {
  return {
    id: row._id,
    name: row.name,
    parent_id: row.parent_id ?? null,
  };
}

/**
 * @param {import('mongoose').Connection} connection
 * @returns {import('../../utils/rows').Table}
 */
module.exports = (connection) =>
  Object.assign(connection.model('Genre', schema), {
    title: 'genre',
    newId: () => nextNumber('genres'),
    toWire,
  });
