'use strict';

/** Rows of authors to look at. */
const now = new Date();

module.exports = {
  table: 'authors',
  rows: [
    {
      id: '00000000-0000-4000-8000-000000000001',
      name: 'Le Guin, Ursula K.',
      born_on: '2026-01-15',
      website: 'https://example.com/1',
      created_at: now,
      updated_at: now,
    },
    {
      id: '00000000-0000-4000-8000-000000000002',
      name: 'Borges, Jorge Luis',
      born_on: '2026-03-02',
      website: 'https://example.com/2',
      created_at: now,
      updated_at: now,
    },
  ],
};
