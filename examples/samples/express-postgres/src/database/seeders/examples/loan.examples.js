'use strict';

/** Rows of loans to look at. */
const now = new Date();

module.exports = {
  table: 'loans',
  rows: [
    {
      id: '00000000-0000-4000-8000-000000000001',
      lent_at: '2026-01-15T09:30:00.000Z',
      due_on: '2026-01-15',
      returned_at: '2026-01-15T09:30:00.000Z',
      fine: '19.95',
      copy_id: '00000000-0000-4000-8000-000000000001',
      member_id: '00000000-0000-4000-8000-000000000001',
      created_at: now,
      updated_at: now,
    },
    {
      id: '00000000-0000-4000-8000-000000000002',
      lent_at: '2026-03-02T14:05:00.000Z',
      due_on: '2026-03-02',
      returned_at: '2026-03-02T14:05:00.000Z',
      fine: '5.95',
      copy_id: '00000000-0000-4000-8000-000000000002',
      member_id: '00000000-0000-4000-8000-000000000002',
      created_at: now,
      updated_at: now,
    },
  ],
};
