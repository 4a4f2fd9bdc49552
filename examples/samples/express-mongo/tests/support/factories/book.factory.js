'use strict';

const { createOnce } = require('../client');
const { createGenre } = require('./genre.factory');

const BODIES = [
  {
    isbn: '9780441478125',
    title: 'The Left Hand of Darkness',
    summary: 'A short text that says what matters.',
    publishedOn: '2026-01-15',
    pages: 12,
    language: 'en',
  },
  {
    isbn: '9780811200127',
    title: 'Labyrinths',
    summary: 'Checked and found in order.',
    publishedOn: '2026-03-02',
    pages: 3,
    language: 'es',
  },
];

/**
 * A body for POST and PUT.
 *
 * @param {number} [index]
 */
async function bookBody(index = 0) {
  const genre = await createGenre(index);
  return {
    ...BODIES[index],
    genre_id: genre.id,
  };
}

/** @param {number} [index] */
async function createBook(index = 0) {
  return createOnce('/api/v1/books', index, bookBody);
}

module.exports = { createBook, bookBody };
