import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from './ports.mjs';
import { UserError } from './report.mjs';

/** Account of the embedded server, which listens on the loopback address only. */
export const DATABASE_USER = 'postgres';
export const DATABASE_PASSWORD = 'postgres';

const SERVER_SCRIPT = fileURLToPath(
  new URL('postgresServer.mjs', import.meta.url),
);
const START_MS = 60_000;

/**
 * The environment of whoever uses the database: the caller's own where
 * POSTGRES_HOST is set, else an embedded server that this starts.
 *
 * @param {{ processes: import('./processes.mjs').ProcessGroup, folder: string, node: string, signal?: AbortSignal }} options
 * @returns {Promise<Record<string, string>>} the POSTGRES_* variables
 */
export async function ensurePostgres({ processes, folder, node, signal }) {
  const given = postgresFromEnvironment();
  if (given) {
    await waitForPostgres(given, { timeoutMs: 5_000, signal });
    return given;
  }
  const variables = {
    POSTGRES_HOST: '127.0.0.1',
    POSTGRES_PORT: String(await freePort()),
    POSTGRES_USER: DATABASE_USER,
    POSTGRES_PASSWORD: DATABASE_PASSWORD,
  };
  processes.start({
    name: 'database',
    command: node,
    args: [SERVER_SCRIPT, path.resolve(folder), variables.POSTGRES_PORT],
  });
  await waitForPostgres(variables, { timeoutMs: START_MS, signal });
  return variables;
}

/**
 * The address of a server.
 *
 * @param {Record<string, string>} variables as of ensurePostgres
 */
export function postgresUrl(variables) {
  const url = new URL('postgresql://localhost');
  url.hostname = variables.POSTGRES_HOST;
  url.port = variables.POSTGRES_PORT;
  url.username = variables.POSTGRES_USER;
  url.password = variables.POSTGRES_PASSWORD;
  url.pathname = '/postgres';
  return url.href;
}

function postgresFromEnvironment() {
  const { POSTGRES_HOST, POSTGRES_PORT, POSTGRES_USER, POSTGRES_PASSWORD } =
    process.env;
  return POSTGRES_HOST
    ? {
        POSTGRES_HOST,
        POSTGRES_PORT: POSTGRES_PORT ?? '5432',
        POSTGRES_USER: POSTGRES_USER ?? 'postgres',
        POSTGRES_PASSWORD: POSTGRES_PASSWORD ?? '',
      }
    : undefined;
}

async function waitForPostgres(variables, { timeoutMs, signal }) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    const client = new pg.Client({
      host: variables.POSTGRES_HOST,
      port: Number(variables.POSTGRES_PORT),
      user: variables.POSTGRES_USER,
      password: variables.POSTGRES_PASSWORD,
      database: 'postgres',
    });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw new UserError(
          `PostgreSQL at ${variables.POSTGRES_HOST}:${variables.POSTGRES_PORT} does not let "${variables.POSTGRES_USER}" in (${error.message}): check the POSTGRES_* variables, or unset POSTGRES_HOST to use the embedded one.`,
        );
      }
    }
    await new Promise(resolve => {
      setTimeout(resolve, 100);
    });
  }
}
