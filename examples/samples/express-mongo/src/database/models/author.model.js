'use strict';

const { Schema, Types } = require('mongoose');
const { schemaOptions } = require('../schema-options');

/**
 * A person who wrote at least one of our books.
 *
 * @type {Schema<any>}
 */
const schema = new Schema(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    // Family name first, as on the spine: 'Le Guin, Ursula K.'
    name: { type: String, required: true },
    // Date of birth, where it is known.
    bornOn: { type: String },
    // Page of the author or of the estate.
    website: { type: String },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    _version: { type: Number, required: true },
    _deleting: { type: Schema.Types.ObjectId },
  },
  { ...schemaOptions, collection: 'authors' },
);

schema.index({ name: 1 });

/**
 * The row as answers show it.
 *
 * @param {import('../../utils/rows').Row} row
 */
function toWire(row) {
  return {
    id: String(row._id),
    name: row.name,
    bornOn: row.bornOn ?? null,
    website: row.website ?? null,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

/**
 * @param {import('mongoose').Connection} connection
 * @returns {import('../../utils/rows').Table}
 */
module.exports = (connection) =>
  Object.assign(connection.model('Author', schema), {
    title: 'author',
    newId: () => new Types.ObjectId(),
    toWire,
  });
