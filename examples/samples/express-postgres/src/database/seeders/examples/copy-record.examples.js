'use strict';

/** Rows of copies to look at. */
const now = new Date();

module.exports = {
  table: 'copies',
  rows: [
    {
      id: '00000000-0000-4000-8000-000000000001',
      barcode: '30001234',
      condition: 'new',
      acquired_on: '2026-01-15',
      book_id: '00000000-0000-4000-8000-000000000001',
      created_at: now,
      updated_at: now,
    },
    {
      id: '00000000-0000-4000-8000-000000000002',
      barcode: '30001235',
      condition: 'good',
      acquired_on: '2026-03-02',
      book_id: '00000000-0000-4000-8000-000000000002',
      created_at: now,
      updated_at: now,
    },
  ],
};
