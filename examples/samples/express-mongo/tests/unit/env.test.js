'use strict';

const {
  readDatabaseSettings,
  readServiceSettings,
} = require('../../src/config/env');

describe('settings', () => {
  it('have defaults', () => {
    expect(readServiceSettings({})).toMatchObject({
      PORT: 3000,
      LOG_LEVEL: 'info',
      BODY_LIMIT_BYTES: 1_048_576,
    });
  });

  it('are what the environment says', () => {
    const settings = readServiceSettings({ PORT: '3001', LOG_LEVEL: '' });
    expect(settings).toMatchObject({ PORT: 3001, LOG_LEVEL: 'info' });
  });

  it.each([
    ['PORT', 'eighty'],
    ['LOG_LEVEL', 'loud'],
    ['BODY_LIMIT_BYTES', '-1'],
  ])('with %s=%s stop the start with its name', (name, value) => {
    expect(() => readServiceSettings({ [name]: value })).toThrow(name);
  });

  it.each([undefined, '', 'mysql://localhost/db', 'localhost', 'mongodb://localhost'])(
    'with MONGODB_URI=%s stop the start with its name',
    (MONGODB_URI) => {
      expect(() => readDatabaseSettings({ MONGODB_URI })).toThrow('MONGODB_URI');
    },
  );

  it('take the address of several servers', () => {
    const MONGODB_URI = 'mongodb://service@one:27017,two:27017/db?replicaSet=main';
    expect(readDatabaseSettings({ MONGODB_URI })).toMatchObject({ MONGODB_URI });
  });
});
