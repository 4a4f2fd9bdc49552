'use strict';

const request = require('supertest');
const { createApp } = require('../../src/app');
{% if values.database == 'mongo' %}
const { connect, connection, disconnect } = require('../../src/database/connection');
{% else %}
const { sequelize } = require('../../src/database/models');
{% endif %}
{% if values.auth == 'jwt' %}
const { tokenOf } = require('./tokens');
{% endif %}

const app = createApp();

/** @type {Map<string, Promise<any>>} */
const made = new Map();

/** Empties the {% if values.database == 'mongo' %}collections{% else %}tables{% endif %} before each test of a file, and lets go of them at its end. */
function useDatabase() {
{% if values.database == 'mongo' %}
  beforeAll(() => connect());

{% endif %}
  beforeEach(async () => {
    made.clear();
{% if values.database == 'mongo' %}
    await Promise.all(
      Object.values(connection.models).map((model) => model.deleteMany({})),
    );
{% else %}
    const tables = Object.values(sequelize.models)
      .map((model) => `"${model.getTableName()}"`)
      .join(', ');
    await sequelize.query(`TRUNCATE ${tables} RESTART IDENTITY CASCADE`);
{% endif %}
  });

  afterAll(async () => {
    await {% if values.database == 'mongo' %}disconnect(){% else %}sequelize.close(){% endif %};
  });
}

/**
 * Calls the API{% if values.auth == 'jwt' %}, as a user{% endif %}.
 *
 * @param {'get' | 'post' | 'put' | 'patch' | 'delete' | 'options' | 'head'} method
 * @param {string} path
 * @param {{ body?: string | object, headers?: Record<string, string>{% if values.auth == 'jwt' %}, claims?: import('./tokens').Claims{% endif %} }} [options]
 */
async function call(method, path, { body, headers = {}{% if values.auth == 'jwt' %}, claims{% endif %} } = {}) {
  const sent = request(app)[method](path);
{% if values.auth == 'jwt' %}
  sent.set('Authorization', `Bearer ${await tokenOf(claims)}`);
{% endif %}
  if (body !== undefined) {
    sent.set('Content-Type', 'application/json');
  }
  sent.set(headers);
  return body === undefined ? sent : sent.send(body);
}

/**
 * Creates a row by the API, once in a test.
 *
 * @param {string} path
 * @param {number} index
 * @param {(index: number) => Promise<object>} bodyOf
 */
function createOnce(path, index, bodyOf) {
  const key = `${path} ${index}`;
  const known = made.get(key);
  if (known) {
    return known;
  }
  const row = (async () => {
    const answer = await call('post', path, { body: await bodyOf(index) });
    expect(answer.body).toHaveProperty('id');
    return answer.body;
  })();
  made.set(key, row);
  return row;
}

module.exports = { app, call, createOnce, useDatabase };
