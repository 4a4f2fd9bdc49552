'use strict';

const { createOnce } = require('../client');

const BODIES = [
  {
    name: 'Fiction',
  },
  {
    name: 'Science fiction',
  },
];

/**
 * A body for POST and PUT.
 *
 * @param {number} [index]
 */
async function genreBody(index = 0) {
  return {
    ...BODIES[index],
  };
}

/** @param {number} [index] */
async function createGenre(index = 0) {
  return createOnce('/api/v1/genres', index, genreBody);
}

module.exports = { createGenre, genreBody };
