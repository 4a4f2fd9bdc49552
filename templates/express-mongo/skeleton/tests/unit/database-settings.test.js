'use strict';

/**
 * @param {Record<string, string>} environment
 * @returns {typeof import('../../src/config/database')}
 */
function load(environment) {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    return jest.requireActual('../../src/config/database');
  } finally {
    process.env = before;
  }
}

beforeEach(() => {
  jest.resetModules();
});

describe('the address of the database', () => {
  it('has the password of DB_PASSWORD', () => {
    const { uri } = load({
      MONGODB_URI: 'mongodb://service@one:27017,two:27017/db?replicaSet=main',
      DB_PASSWORD: 'p@ss/word',
    });
    expect(uri).toBe('mongodb://service:p%40ss%2Fword@one:27017,two:27017/db?replicaSet=main');
  });

  it('is taken as it is otherwise', () => {
    const MONGODB_URI = 'mongodb://one:27017/db';
    expect(load({ MONGODB_URI }).uri).toBe(MONGODB_URI);
  });
});
