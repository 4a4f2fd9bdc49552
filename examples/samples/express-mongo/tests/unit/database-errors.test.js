'use strict';

const { mongo, MongooseError } = require('mongoose');
const { toHttpError } = require('../../src/utils/error.middleware');

/**
 * @param {number} code
 * @param {string} [errmsg]
 */
function serverError(code, errmsg = 'secret text of the server') {
  return new mongo.MongoServerError({ code, errmsg });
}

describe('an error of the database', () => {
  it.each([
    [serverError(11000), 409],
    [serverError(50), 503],
    [serverError(10107), 503],
    [serverError(121), 500],
    [new mongo.MongoNetworkError('secret'), 503],
    [new mongo.MongoNotConnectedError('secret'), 503],
    [new mongo.MongoInvalidArgumentError('secret'), 500],
    // There is no connection while the unit tests run.
    [new MongooseError('secret: cannot call before initial connection'), 503],
  ])('%p is answered with %i', (error, status) => {
    const answer = toHttpError(error);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.toProblem())).not.toMatch(/secret/);
  });

  it('points to the property whose value another row has', () => {
    const error = serverError(
      11000,
      'E11000 duplicate key error collection: service.things index: unique_name dup key: { name: "secret" }',
    );
    expect(toHttpError(error).toProblem()).toMatchObject({
      status: 409,
      errors: [{ pointer: '/name', detail: 'must be unique' }],
    });
  });
});
