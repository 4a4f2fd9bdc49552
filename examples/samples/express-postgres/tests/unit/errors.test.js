'use strict';

const { toHttpError } = require('../../src/utils/error.middleware');
const { HttpError } = require('../../src/utils/errors');

describe('toHttpError', () => {
  it.each([
    [new HttpError(418, 'Tea.'), 418],
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
    expect(JSON.stringify(answer.toProblem())).not.toMatch(/fault/);
  });
});
