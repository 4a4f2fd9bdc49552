'use strict';

const { createOnce } = require('../client');

const BODIES = [
  {
    cardNumber: '2000000017',
    name: 'Ada Okafor',
    email: 'ada@example.com',
    receivesReminders: true,
  },
  {
    cardNumber: '2000000025',
    name: 'Bruno Silva',
    email: 'a0@example.org',
    receivesReminders: false,
  },
];

/**
 * A body for POST and PUT.
 *
 * @param {number} [index]
 */
async function memberBody(index = 0) {
  return {
    ...BODIES[index],
  };
}

/** @param {number} [index] */
async function createMember(index = 0) {
  return createOnce('/api/v1/members', index, memberBody);
}

module.exports = { createMember, memberBody };
