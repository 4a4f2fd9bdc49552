'use strict';

const { randomBytes } = require('node:crypto');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { Client } = require('pg');
const { startEmbeddedDatabase } = require('../../scripts/embedded-database');
const { runSequelize } = require('./sequelize-cli');

/**
 * Runs statements on a server.
 *
 * @param {string} url
 * @param {...string} statements
 */
async function execute(url, ...statements) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) {
      await client.query(statement);
    }
  } finally {
    await client.end();
  }
}

/**
 * Makes a database for this run alone, on the server of DATABASE_URL or on an
 * embedded one, and tells the tests its address.
 */
module.exports = async () => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => undefined }
    : await startEmbeddedDatabase({
        folder: path.join(tmpdir(), name),
        persistent: false,
      });
  const models = `${name}_models`;
  await execute(
    server.url,
    `CREATE DATABASE "${name}"`,
    `CREATE DATABASE "${models}"`,
  );
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  Object.assign(process.env, {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: url.href,
  });
  await runSequelize('db:migrate');
  Object.assign(globalThis, {
    stopTestDatabase: async () => {
      await execute(
        server.url,
        `DROP DATABASE "${name}" WITH (FORCE)`,
        `DROP DATABASE "${models}" WITH (FORCE)`,
      );
      await server.stop();
    },
  });
};
