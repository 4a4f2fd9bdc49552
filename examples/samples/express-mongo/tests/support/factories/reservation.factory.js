'use strict';

const { createOnce } = require('../client');
const { createBook } = require('./book.factory');
const { createMember } = require('./member.factory');

const BODIES = [
  {
    expiresOn: '2026-01-15',
  },
  {
    expiresOn: '2026-03-02',
  },
];

/**
 * A body for POST and PUT.
 *
 * @param {number} [index]
 */
async function reservationBody(index = 0) {
  const book = await createBook(index);
  const member = await createMember(index);
  return {
    ...BODIES[index],
    book_id: book.id,
    member_id: member.id,
  };
}

/** @param {number} [index] */
async function createReservation(index = 0) {
  return createOnce('/api/v1/reservations', index, reservationBody);
}

module.exports = { createReservation, reservationBody };
