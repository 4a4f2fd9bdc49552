'use strict';

const {
  ConnectionError,
  DatabaseError,
  ForeignKeyConstraintError,
  UniqueConstraintError,
} = require('sequelize');
const { toHttpError } = require('../../src/utils/error.middleware');

/** @param {string} [code] */
function databaseError(code) {
  const cause = Object.assign(new Error('secret text of the driver'), {
    code,
    sql: 'SELECT 1',
  });
  return new DatabaseError(cause);
}

describe('an error of the database', () => {
  it.each([
    [new UniqueConstraintError({ fields: { name: 'x' } }), 409],
    [new ForeignKeyConstraintError({}), 409],
    [databaseError('23001'), 409],
    [new ConnectionError(new Error('refused')), 503],
    [databaseError('57P01'), 503],
    [databaseError('57014'), 503],
    [databaseError('40P01'), 503],
    [databaseError('42601'), 500],
    [
      new DatabaseError(
        Object.assign(new Error('Connection terminated unexpectedly'), {
          sql: '',
        }),
      ),
      503,
    ],
  ])('%p is answered with %i', (error, status) => {
    const answer = toHttpError(error);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.toProblem())).not.toMatch(/driver|SELECT/);
  });
});
