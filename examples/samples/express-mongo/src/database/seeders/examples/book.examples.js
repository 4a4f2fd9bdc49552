'use strict';

const { Book } = require('../../models');

module.exports = {
  table: Book,
  rows: [
    {
      id: '000000000000000000000001',
      values: {
        isbn: '9780441478125',
        title: 'The Left Hand of Darkness',
        summary: 'A short text that says what matters.',
        publishedOn: '2026-01-15',
        pages: 12,
        language: 'en',
        author_ids: [],
        genre_id: 1,
      },
    },
    {
      id: '000000000000000000000002',
      values: {
        isbn: '9780811200127',
        title: 'Labyrinths',
        summary: 'Checked and found in order.',
        publishedOn: '2026-03-02',
        pages: 3,
        language: 'es',
        author_ids: [],
        genre_id: 2,
      },
    },
  ],
  references: [
    {
      id: '000000000000000000000001',
      values: { author_ids: ['000000000000000000000002'] },
    },
  ],
};
