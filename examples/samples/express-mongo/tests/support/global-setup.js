'use strict';

const { randomBytes } = require('node:crypto');
const { ConnectionString } = require('mongodb-connection-string-url');
const { mongo } = require('mongoose');
const { startEmbeddedDatabase } = require('../../scripts/embedded-database');

/**
 * The address of another database on a server, for the same user.
 *
 * @param {string} uri
 * @param {string} name
 */
function addressOf(uri, name) {
  const address = new ConnectionString(uri);
  const { searchParams } = address;
  if (address.username && !searchParams.has('authSource')) {
    searchParams.set('authSource', address.pathname.slice(1) || 'admin');
  }
  address.pathname = `/${name}`;
  return address.href;
}

/** @param {string} uri */
async function dropDatabase(uri) {
  const client = new mongo.MongoClient(uri);
  await client.db().dropDatabase();
  await client.close();
}

/**
 * Makes a database for this run alone, on the server of MONGODB_URI or on an
 * embedded one, and tells the tests its address.
 */
module.exports = async () => {
  const server = process.env.MONGODB_URI
    ? { uri: process.env.MONGODB_URI, stop: async () => undefined }
    : await startEmbeddedDatabase();
  const uri = addressOf(server.uri, `test_${randomBytes(6).toString('hex')}`);
  Object.assign(process.env, {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    MONGODB_URI: uri,
  });
  await require('../../src/database/run').run('migrate');
  const { connect, disconnect, hasTransactions } = require('../../src/database/connection');
  await connect();
  process.env.HAS_TRANSACTIONS = (await hasTransactions()) ? 'yes' : '';
  await disconnect();
  Object.assign(globalThis, {
    stopTestDatabase: async () => {
      await dropDatabase(uri);
      await server.stop();
    },
  });
};
