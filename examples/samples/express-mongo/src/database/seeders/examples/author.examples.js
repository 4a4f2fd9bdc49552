'use strict';

const { Author } = require('../../models');

module.exports = {
  table: Author,
  rows: [
    {
      id: '000000000000000000000001',
      values: {
        name: 'Le Guin, Ursula K.',
        bornOn: '2026-01-15',
        website: 'https://example.com/1',
      },
    },
    {
      id: '000000000000000000000002',
      values: {
        name: 'Borges, Jorge Luis',
        bornOn: '2026-03-02',
        website: 'https://example.com/2',
      },
    },
  ],
};
