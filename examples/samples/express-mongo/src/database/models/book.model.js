'use strict';

const { Schema, Types } = require('mongoose');
const { schemaOptions } = require('../schema-options');

/**
 * A title, whatever the number of copies we hold of it.
 *
 * @type {Schema<any>}
 */
const schema = new Schema(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    // ISBN-13 without hyphens.
    isbn: { type: String, required: true },
    // Title as on the title page.
    title: { type: String, required: true },
    // What it is about, without the ending.
    summary: { type: String },
    // Date of this edition.
    publishedOn: { type: String },
    // Number of the last printed page.
    pages: { type: Number },
    // ISO 639-1 code.
    language: { type: String, required: true, default: 'en' },
    // Everyone named on the title page.
    author_ids: {
      type: [Schema.Types.ObjectId],
      ref: 'Author',
      onDelete: 'unlink',
    },
    // Where it stands.
    genre_id: {
      type: Number,
      ref: 'Genre',
      onDelete: 'restrict',
      required: true,
    },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    _version: { type: Number, required: true },
    _deleting: { type: Schema.Types.ObjectId },
  },
  { ...schemaOptions, collection: 'books' },
);

schema.index({ isbn: 1 }, { name: 'unique_isbn', unique: true, sparse: true });
schema.index({ title: 1 });
schema.index({ publishedOn: 1 });
schema.index({ language: 1 });
schema.index({ author_ids: 1 });
schema.index({ genre_id: 1 });

/**
 * The row as answers show it.
 *
 * @param {import('../../utils/rows').Row} row
 */
function toWire(row) {
  return {
    id: String(row._id),
    isbn: row.isbn,
    title: row.title,
    summary: row.summary ?? null,
    publishedOn: row.publishedOn ?? null,
    pages: row.pages ?? null,
    language: row.language,
    genre_id: row.genre_id,
    created_at: row.created_at,
    updated_at: row.updated_at,
    author_ids: row.author_ids.map(String),
  };
}

/**
 * @param {import('mongoose').Connection} connection
 * @returns {import('../../utils/rows').Table}
 */
module.exports = (connection) =>
  Object.assign(connection.model('Book', schema), {
    title: 'book',
    newId: () => new Types.ObjectId(),
    toWire,
  });
