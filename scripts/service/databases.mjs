import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { ConnectionString } from 'mongodb-connection-string-url';
import pg from 'pg';

/** How a database is made and dropped, and the setting in which a service takes its address. */
const KINDS = {
  postgres: {
    setting: 'DATABASE_URL',
    create: (serverUrl, name) =>
      executeInPostgres(serverUrl, `CREATE DATABASE ${name}`),
    drop: (serverUrl, name) =>
      executeInPostgres(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
    urlOf(serverUrl, name) {
      const url = new URL(serverUrl);
      url.pathname = `/${name}`;
      return url.href;
    },
  },
  mongo: {
    setting: 'MONGODB_URI',
    // MongoDB makes a database when something is stored in it.
    create: async () => {},
    drop: dropInMongo,
    urlOf(serverUrl, name) {
      const url = new ConnectionString(serverUrl);
      // Accounts are those of the server's own database, not of the new one.
      if (url.username && !url.searchParams.has('authSource')) {
        url.searchParams.set('authSource', url.pathname.slice(1) || 'admin');
      }
      url.pathname = `/${name}`;
      return url.href;
    },
  },
};

/**
 * Runs something on a new, empty database, which is dropped afterwards.
 *
 * @param {{ servers: import('./databaseServers.mjs').DatabaseServers, database: import('./databaseServers.mjs').Database }} options
 * @param {(settings: Record<string, string>, url: string) => Promise<T>} use
 *   gets the setting of a service on it, and its address
 * @template T
 * @returns {Promise<T>}
 */
export async function withDatabase({ servers, database }, use) {
  const { setting, create, drop, urlOf } = KINDS[database];
  const name = `service_${randomBytes(8).toString('hex')}`;
  const serverUrl = await servers.urlOf(database);
  await create(serverUrl, name);
  const url = urlOf(serverUrl, name);
  const result = await use({ [setting]: url }, url).catch(async error => {
    // A server that is gone must not hide why.
    await drop(serverUrl, name).catch(() => {});
    throw error;
  });
  await drop(serverUrl, name);
  return result;
}

async function executeInPostgres(serverUrl, statement) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function dropInMongo(serverUrl, name) {
  const client = new MongoClient(serverUrl);
  try {
    await client.db(name).dropDatabase();
  } finally {
    await client.close();
  }
}
