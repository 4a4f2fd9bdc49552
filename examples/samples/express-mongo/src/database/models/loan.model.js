'use strict';

const { Schema, Types } = require('mongoose');
const { decimalText } = require('../../utils/decimal-text');
const { schemaOptions } = require('../schema-options');

/**
 * One copy in the hands of one member, now or once.
 *
 * @type {Schema<any>}
 */
const schema = new Schema(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    // Moment of the scan at the desk.
    lentAt: { type: Date, required: true },
    // Last day without a fine.
    dueOn: { type: String, required: true },
    // Empty while the loan is open.
    returnedAt: { type: Date },
    // Euro, settled or not.
    fine: { type: Schema.Types.Decimal128, default: '0.00' },
    // What was lent.
    copy_id: {
      type: Schema.Types.ObjectId,
      ref: 'CopyRecord',
      onDelete: 'restrict',
      required: true,
    },
    // Who has it.
    member_id: {
      type: Schema.Types.ObjectId,
      ref: 'Member',
      onDelete: 'restrict',
      required: true,
    },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    _version: { type: Number, required: true },
    _deleting: { type: Schema.Types.ObjectId },
  },
  { ...schemaOptions, collection: 'loans' },
);

schema.index({ lentAt: 1 });
schema.index({ dueOn: 1 });
schema.index({ copy_id: 1 });
schema.index({ member_id: 1 });

/**
 * The row as answers show it.
 *
 * @param {import('../../utils/rows').Row} row
 */
function toWire(row) {
  return {
    id: String(row._id),
    lentAt: row.lentAt,
    dueOn: row.dueOn,
    returnedAt: row.returnedAt ?? null,
    fine: decimalText(row.fine),
    copy_id: String(row.copy_id),
    member_id: String(row.member_id),
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

/**
 * @param {import('mongoose').Connection} connection
 * @returns {import('../../utils/rows').Table}
 */
module.exports = (connection) =>
  Object.assign(connection.model('Loan', schema), {
    title: 'loan',
    newId: () => new Types.ObjectId(),
    toWire,
  });
