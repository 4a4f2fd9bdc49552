'use strict';

const { call, useDatabase } = require('../support/client');

const PATH = '/api/v1/authors';

describe('bodies', () => {
  useDatabase();

  it.each([
    ['malformed JSON', '{', 400, {}],
    ['nothing', '', 400, {}],
    ['another type', '{}', 415, { 'Content-Type': 'text/plain' }],
    ['another character set', '{}', 415, { 'Content-Type': 'application/json; charset=utf-16' }],
    ['a compressed body', '{}', 415, { 'Content-Encoding': 'gzip' }],
    ['what is no object', '[]', 422, {}],
    ['too much', `"${'x'.repeat(1_048_577)}"`, 413, {}],
  ])('of %s are refused', async (_name, body, status, headers) => {
    const answer = await call('post', PATH, { body, headers });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ type: 'about:blank', status });
  });

  it('may name their character set', async () => {
    const headers = { 'Content-Type': 'application/json; charset="UTF-8"' };
    const answer = await call('post', PATH, { body: '[]', headers });
    expect(answer.status).toBe(422);
  });
});
