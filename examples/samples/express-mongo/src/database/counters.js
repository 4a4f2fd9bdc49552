'use strict';

const { database } = require('./connection');

/** @returns {import('mongoose').mongo.Collection<{ _id: string, value: number }>} */
function counters() {
  return database().collection('_counters');
}

/**
 * The next id of a collection whose ids are whole numbers.
 *
 * @param {string} name
 */
async function nextNumber(name) {
  const counter = await counters().findOneAndUpdate(
    { _id: name },
    { $inc: { value: 1 } },
    { upsert: true, returnDocument: 'after' },
  );
  return counter?.value;
}

/**
 * Lets the next id come after one that was given by hand.
 *
 * @param {string} name
 * @param {number} number
 */
async function countFrom(name, number) {
  await counters().updateOne(
    { _id: name },
    { $max: { value: number } },
    { upsert: true },
  );
}

module.exports = { countFrom, nextNumber };
