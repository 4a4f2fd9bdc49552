{% set entity = (model.entities | sort(false, false, 'order'))[0] %}
'use strict';

const { mongo } = require('mongoose');
const { connect, connection, disconnect, ping } = require('../../src/database/connection');
const { call } = require('../support/client');

const PATH = '${{ entity.path }}';
const ID = ${{ 1 if entity.id == 'integer' else ("'0123456789abcdef01234567'" if entity.id == 'objectId' else "'01234567-89ab-4def-8123-456789abcdef'") }};

afterEach(async () => {
  jest.restoreAllMocks();
  await disconnect();
});

describe('the connection', () => {
  it('is tried again until the server answers', async () => {
    const refused = new mongo.MongoNetworkError('refused');
    jest.spyOn(connection, 'openUri').mockRejectedValueOnce(refused);
    const onFailure = jest.fn();
    await connect(onFailure);
    expect(onFailure).toHaveBeenCalledWith(refused);
    await expect(ping()).resolves.toBeUndefined();
  });

  it.each([
    ['get', PATH],
    ['get', `${PATH}/${ID}`],
    ['delete', `${PATH}/${ID}`],
    ['get', '/health/ready'],
  ])('that is not there makes %s %s answer 503', async (method, path) => {
    const answer = await call(/** @type {'get' | 'delete'} */ (method), path);
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body.detail).toBe('The database is not available.');
  });
});
