'use strict';

const {
  readDatabaseSettings,
  readServiceSettings,
} = require('../../src/config/env');

{% if values.auth == 'jwt' %}
const TOKENS = {
  JWT_ISSUER: 'https://issuer.test',
  JWT_AUDIENCE: 'service',
  JWT_SECRET: 'k'.repeat(32),
};

{% endif %}
describe('settings', () => {
  it('have defaults', () => {
    expect(readServiceSettings({{% if values.auth == 'jwt' %} ...TOKENS {% endif %}})).toMatchObject({
      PORT: 3000,
      LOG_LEVEL: 'info',
      BODY_LIMIT_BYTES: 1_048_576,
    });
  });

  it('are what the environment says', () => {
    const settings = readServiceSettings({ {% if values.auth == 'jwt' %}...TOKENS, {% endif %}PORT: '3001', LOG_LEVEL: '' });
    expect(settings).toMatchObject({ PORT: 3001, LOG_LEVEL: 'info' });
  });

  it.each([
    ['PORT', 'eighty'],
    ['LOG_LEVEL', 'loud'],
    ['BODY_LIMIT_BYTES', '-1'],
{% if values.auth == 'jwt' %}
    ['JWT_ISSUER', ''],
    ['JWT_SECRET', 'short'],
    ['JWT_SECRET', ''],
    ['JWT_JWKS_URL', 'https://keys.test'],
{% endif %}
  ])('with %s=%s stop the start with its name', (name, value) => {
    expect(() => readServiceSettings({ {% if values.auth == 'jwt' %}...TOKENS, {% endif %}[name]: value })).toThrow(name);
  });

{% if values.database == 'mongo' %}
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
{% else %}
  it.each([undefined, '', 'mysql://localhost/db', 'localhost'])(
    'with DATABASE_URL=%s stop the start with its name',
    (DATABASE_URL) => {
      expect(() => readDatabaseSettings({ DATABASE_URL })).toThrow('DATABASE_URL');
    },
  );
{% endif %}
});
