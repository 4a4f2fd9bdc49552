'use strict';

/** Rows of reservations to look at. */
const now = new Date();

module.exports = {
  table: 'reservations',
  rows: [
    {
      id: '00000000-0000-4000-8000-000000000001',
      expires_on: '2026-01-15',
      book_id: '00000000-0000-4000-8000-000000000001',
      member_id: '00000000-0000-4000-8000-000000000001',
      filled_by_id: '00000000-0000-4000-8000-000000000001',
      created_at: now,
      updated_at: now,
    },
    {
      id: '00000000-0000-4000-8000-000000000002',
      expires_on: '2026-03-02',
      book_id: '00000000-0000-4000-8000-000000000002',
      member_id: '00000000-0000-4000-8000-000000000002',
      filled_by_id: '00000000-0000-4000-8000-000000000002',
      created_at: now,
      updated_at: now,
    },
  ],
};
