'use strict';

const { ConnectionString } = require('mongodb-connection-string-url');
const { loadDotEnv, readDatabaseSettings } = require('./env');

loadDotEnv();

const settings = readDatabaseSettings(process.env);
const address = new ConnectionString(settings.MONGODB_URI);
if (settings.DB_PASSWORD !== undefined) {
  address.password = encodeURIComponent(settings.DB_PASSWORD);
}

/** Where the database is, and how the service uses it. */
module.exports = {
  uri: address.href,
  statementTimeout: settings.MONGODB_STATEMENT_TIMEOUT_MS,
  /** @satisfies {import('mongoose').ConnectOptions} */
  options: {
    appName: 'library',
    maxPoolSize: settings.MONGODB_POOL_MAX,
    serverSelectionTimeoutMS: settings.MONGODB_POOL_TIMEOUT_MS,
    waitQueueTimeoutMS: settings.MONGODB_POOL_TIMEOUT_MS,
    // What the server's own limit does not end, the connection's does.
    socketTimeoutMS: 2 * settings.MONGODB_STATEMENT_TIMEOUT_MS,
    // Whole numbers of 64 bits come back with all their digits.
    useBigInt64: true,
    // Without a connection a request is answered at once.
    bufferCommands: false,
  },
};
