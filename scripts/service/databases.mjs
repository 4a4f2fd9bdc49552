import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';
import { withPostgres } from '../lib/withPostgres.mjs';

/**
 * Runs something beside a PostgreSQL server: the one of the POSTGRES_*
 * variables, else an embedded one that ends with it.
 *
 * @param {(serverUrl: string) => Promise<T>} use
 * @template T
 * @returns {Promise<T>}
 */
export function withDatabaseServer(use) {
  return withTemporaryFolder(folder =>
    withPostgres(folder, ({ url }) => use(url)),
  );
}

/**
 * Runs something on a new, empty database, which is dropped afterwards.
 *
 * @param {string} serverUrl
 * @param {(databaseUrl: string) => Promise<T>} use
 * @template T
 * @returns {Promise<T>}
 */
export async function withDatabase(serverUrl, use) {
  const name = `service_${randomBytes(8).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const drop = () => execute(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  await execute(serverUrl, `CREATE DATABASE ${name}`);
  const result = await use(url.href).catch(async error => {
    // A server that is gone must not hide why.
    await drop().catch(() => {});
    throw error;
  });
  await drop();
  return result;
}

async function execute(serverUrl, statement) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
