'use strict';

const { Schema, Types } = require('mongoose');
const { schemaOptions } = require('../schema-options');

/**
 * A holder of a library card.
 *
 * @type {Schema<any>}
 */
const schema = new Schema(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    // Ten digits on the card.
    cardNumber: { type: Schema.Types.BigInt, required: true },
    // Name as in the passport.
    name: { type: String, required: true },
    // Reminders go here.
    email: { type: String, required: true },
    // Two days before a loan is due.
    receivesReminders: { type: Boolean, default: true },
    // The member's own list.
    favourite_ids: {
      type: [Schema.Types.ObjectId],
      ref: 'Book',
      onDelete: 'unlink',
    },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    _version: { type: Number, required: true },
    _deleting: { type: Schema.Types.ObjectId },
    _deleted: { type: Schema.Types.ObjectId },
  },
  { ...schemaOptions, collection: 'members' },
);

schema.index({ cardNumber: 1, _deleted: 1 }, { name: 'unique_cardNumber', unique: true, sparse: true });
schema.index({ email: 1, _deleted: 1 }, { name: 'unique_email', unique: true, sparse: true });
schema.index({ favourite_ids: 1 });

/**
 * The row as answers show it.
 *
 * @param {import('../../utils/rows').Row} row
 */
function toWire(row) {
  return {
    id: String(row._id),
    cardNumber: String(row.cardNumber),
    name: row.name,
    email: row.email,
    receivesReminders: row.receivesReminders ?? null,
    created_at: row.created_at,
    updated_at: row.updated_at,
    favourite_ids: row.favourite_ids.map(String),
  };
}

/**
 * @param {import('mongoose').Connection} connection
 * @returns {import('../../utils/rows').Table}
 */
module.exports = (connection) =>
  Object.assign(connection.model('Member', schema), {
    title: 'member',
    newId: () => new Types.ObjectId(),
    toWire,
  });
