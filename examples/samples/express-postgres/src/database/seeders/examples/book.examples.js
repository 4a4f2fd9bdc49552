'use strict';

/** Rows of books to look at. */
const now = new Date();

module.exports = {
  table: 'books',
  rows: [
    {
      id: '00000000-0000-4000-8000-000000000001',
      isbn: '9780441478125',
      title: 'The Left Hand of Darkness',
      summary: 'A short text that says what matters.',
      published_on: '2026-01-15',
      pages: 12,
      language: 'en',
      genre_id: 1,
      created_at: now,
      updated_at: now,
    },
    {
      id: '00000000-0000-4000-8000-000000000002',
      isbn: '9780811200127',
      title: 'Labyrinths',
      summary: 'Checked and found in order.',
      published_on: '2026-03-02',
      pages: 3,
      language: 'es',
      genre_id: 2,
      created_at: now,
      updated_at: now,
    },
  ],
  links: [
    {
      table: 'books_authors',
      row: {
        book_id: '00000000-0000-4000-8000-000000000001',
        author_id: '00000000-0000-4000-8000-000000000002',
      },
    },
  ],
};
