'use strict';

const { Schema, Types } = require('mongoose');
const { schemaOptions } = require('../schema-options');

/**
 * One physical volume of a book.
 *
 * @type {Schema<any>}
 */
const schema = new Schema(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    // Digits under the bars of the sticker.
    barcode: { type: String, required: true },
    // State at the last return.
    condition: { type: String, default: 'new' },
    // Day on which it came to us.
    acquiredOn: { type: String, required: true },
    // The title of which this is a copy.
    book_id: {
      type: Schema.Types.ObjectId,
      ref: 'Book',
      onDelete: 'cascade',
      required: true,
    },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    _version: { type: Number, required: true },
    _deleting: { type: Schema.Types.ObjectId },
  },
  { ...schemaOptions, collection: 'copies' },
);

schema.index({ barcode: 1 }, { name: 'unique_barcode', unique: true, sparse: true });
schema.index({ condition: 1 });
schema.index({ book_id: 1 });

/**
 * The row as answers show it.
 *
 * @param {import('../../utils/rows').Row} row
 */
function toWire(row) {
  return {
    id: String(row._id),
    barcode: row.barcode,
    condition: row.condition ?? null,
    acquiredOn: row.acquiredOn,
    book_id: String(row.book_id),
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

/**
 * @param {import('mongoose').Connection} connection
 * @returns {import('../../utils/rows').Table}
 */
module.exports = (connection) =>
  Object.assign(connection.model('CopyRecord', schema), {
    title: 'copy',
    newId: () => new Types.ObjectId(),
    toWire,
  });
