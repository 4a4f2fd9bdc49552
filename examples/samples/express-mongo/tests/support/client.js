'use strict';

const request = require('supertest');
const { createApp } = require('../../src/app');
const { connect, connection, disconnect } = require('../../src/database/connection');

const app = createApp();

/** @type {Map<string, Promise<any>>} */
const made = new Map();

/** Empties the collections before each test of a file, and lets go of them at its end. */
function useDatabase() {
  beforeAll(() => connect());

  beforeEach(async () => {
    made.clear();
    await Promise.all(
      Object.values(connection.models).map((model) => model.deleteMany({})),
    );
  });

  afterAll(async () => {
    await disconnect();
  });
}

/**
 * Calls the API.
 *
 * @param {'get' | 'post' | 'put' | 'patch' | 'delete' | 'options' | 'head'} method
 * @param {string} path
 * @param {{ body?: string | object, headers?: Record<string, string> }} [options]
 */
async function call(method, path, { body, headers = {} } = {}) {
  const sent = request(app)[method](path);
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
