'use strict';

const { createOnce } = require('../client');

const BODIES = [
  {
    name: 'Le Guin, Ursula K.',
    bornOn: '2026-01-15',
    website: 'https://example.com/1',
  },
  {
    name: 'Borges, Jorge Luis',
    bornOn: '2026-03-02',
    website: 'https://example.com/2',
  },
];

/**
 * A body for POST and PUT.
 *
 * @param {number} [index]
 */
async function authorBody(index = 0) {
  return {
    ...BODIES[index],
  };
}

/** @param {number} [index] */
async function createAuthor(index = 0) {
  return createOnce('/api/v1/authors', index, authorBody);
}

module.exports = { createAuthor, authorBody };
