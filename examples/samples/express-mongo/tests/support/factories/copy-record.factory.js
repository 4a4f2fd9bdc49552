'use strict';

const { createOnce } = require('../client');
const { createBook } = require('./book.factory');

const BODIES = [
  {
    barcode: '30001234',
    condition: 'new',
    acquiredOn: '2026-01-15',
  },
  {
    barcode: '30001235',
    condition: 'good',
    acquiredOn: '2026-03-02',
  },
];

/**
 * A body for POST and PUT.
 *
 * @param {number} [index]
 */
async function copyRecordBody(index = 0) {
  const book = await createBook(index);
  return {
    ...BODIES[index],
    book_id: book.id,
  };
}

/** @param {number} [index] */
async function createCopyRecord(index = 0) {
  return createOnce('/api/v1/copies', index, copyRecordBody);
}

module.exports = { createCopyRecord, copyRecordBody };
