'use strict';

const { connection, hasTransactions } = require('../database/connection');

/** @type {Promise<boolean> | undefined} */
let answer;

/** Asks the server once; an answer that never came is asked for again. */
function askOnce() {
  answer ??= hasTransactions().catch((error) => {
    answer = undefined;
    throw error;
  });
  return answer;
}

/**
 * Runs work in a transaction where the server has them, again where it met
 * another one. Elsewhere the work gets no session: each of its writes stands
 * alone, and it undoes itself what it cannot finish.
 *
 * @template T
 * @param {(session?: import('mongoose').ClientSession) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function inTransaction(work) {
  if (!(await askOnce())) {
    return work();
  }
  return connection.withSession((session) =>
    session.withTransaction(() => work(session)),
  );
}

module.exports = { inTransaction };
