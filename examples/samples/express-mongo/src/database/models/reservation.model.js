'use strict';

const { Schema, Types } = require('mongoose');
const { schemaOptions } = require('../schema-options');

/**
 * A member's claim to the next copy of a book that comes back.
 *
 * @type {Schema<any>}
 */
const schema = new Schema(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    // The claim ends on this day.
    expiresOn: { type: String, required: true },
    // The title that is waited for.
    book_id: {
      type: Schema.Types.ObjectId,
      ref: 'Book',
      onDelete: 'cascade',
      required: true,
    },
    // Who waits.
    member_id: {
      type: Schema.Types.ObjectId,
      ref: 'Member',
      onDelete: 'cascade',
      required: true,
    },
    // The copy that is held at the desk.
    filledBy_id: {
      type: Schema.Types.ObjectId,
      ref: 'CopyRecord',
      onDelete: 'setNull',
    },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    _version: { type: Number, required: true },
    _deleting: { type: Schema.Types.ObjectId },
  },
  { ...schemaOptions, collection: 'reservations' },
);

schema.index({ expiresOn: 1 });
schema.index({ book_id: 1 });
schema.index({ member_id: 1 });
schema.index({ filledBy_id: 1 }, { name: 'unique_filledBy_id', unique: true, sparse: true });

/**
 * The row as answers show it.
 *
 * @param {import('../../utils/rows').Row} row
 */
function toWire(row) {
  return {
    id: String(row._id),
    expiresOn: row.expiresOn,
    book_id: String(row.book_id),
    member_id: String(row.member_id),
    filledBy_id: row.filledBy_id?.toString() ?? null,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

/**
 * @param {import('mongoose').Connection} connection
 * @returns {import('../../utils/rows').Table}
 */
module.exports = (connection) =>
  Object.assign(connection.model('Reservation', schema), {
    title: 'reservation',
    newId: () => new Types.ObjectId(),
    toWire,
  });
