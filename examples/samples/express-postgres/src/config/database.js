'use strict';

const { loadDotEnv, readDatabaseSettings } = require('./env');

loadDotEnv();

const settings = readDatabaseSettings(process.env);
const url = new URL(settings.DATABASE_URL);

/** @type {Record<string, false | { rejectUnauthorized: boolean }>} */
const SSL = {
  disable: false,
  require: { rejectUnauthorized: false },
  verify: { rejectUnauthorized: true },
};

/**
 * Options of Sequelize, for the service and for the migrations' command line.
 *
 * @satisfies {import('sequelize').Options}
 */
const database = {
  dialect: /** @type {const} */ ('postgres'),
  host: url.hostname,
  port: Number(url.port || 5432),
  database: decodeURIComponent(url.pathname.slice(1)),
  username: decodeURIComponent(url.username),
  password: settings.DB_PASSWORD ?? decodeURIComponent(url.password),
  logging: /** @type {const} */ (false),
  pool: {
    max: settings.DATABASE_POOL_MAX,
    acquire: settings.DATABASE_POOL_TIMEOUT_MS,
  },
  dialectOptions: {
    ssl: SSL[settings.DATABASE_SSL],
    application_name: 'library',
    connectionTimeoutMillis: settings.DATABASE_POOL_TIMEOUT_MS,
    statement_timeout: settings.DATABASE_STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: settings.DATABASE_STATEMENT_TIMEOUT_MS,
  },
};

module.exports = database;
