'use strict';

const {
  ConnectionError,
  DatabaseError,
  ForeignKeyConstraintError,
  UniqueConstraintError,
} = require('sequelize');
const { toHttpError } = require('../../src/utils/error.middleware');
const { HttpError } = require('../../src/utils/errors');

/** @param {string} [code] */
function databaseError(code) {
  const cause = Object.assign(new Error('secret text of the driver'), {
    code,
    sql: 'SELECT 1',
  });
  return new DatabaseError(cause);
}

describe('toHttpError', () => {
  it.each([
    [new HttpError(418, 'Tea.'), 418],
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
    [new URIError('malformed'), 404],
    [
      Object.assign(new Error('large'), { type: 'entity.too.large', limit: 5 }),
      413,
    ],
    [Object.assign(new Error('gzip'), { type: 'encoding.unsupported' }), 415],
    [Object.assign(new Error('aborted'), { expose: true, status: 400 }), 400],
    [new Error('a fault'), 500],
    [undefined, 500],
  ])('answers %p with %i', (error, status) => {
    const answer = toHttpError(error);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.toProblem())).not.toMatch(
      /driver|SELECT|fault/,
    );
  });
});
