import path from 'node:path';
import process from 'node:process';
import { ensurePostgres } from './postgres.mjs';
import { ProcessGroup } from './processes.mjs';

/**
 * Runs something beside a PostgreSQL server: the one of the POSTGRES_*
 * variables, else an embedded one that lives in the folder and ends with it.
 *
 * @param {string} folder
 * @param {(database: { url: string, variables: Record<string, string> }) => Promise<T>} use
 * @template T
 * @returns {Promise<T>}
 */
export async function withPostgres(folder, use) {
  const lost = new AbortController();
  const processes = new ProcessGroup({
    logs: path.join(folder, 'logs'),
    onUnexpectedExit: error => lost.abort(error),
  });
  try {
    const variables = await ensurePostgres({
      processes,
      folder: path.join(folder, 'postgres'),
      node: process.execPath,
      signal: lost.signal,
    });
    const url = new URL('postgresql://localhost');
    url.hostname = variables.POSTGRES_HOST;
    url.port = variables.POSTGRES_PORT;
    url.username = variables.POSTGRES_USER;
    url.password = variables.POSTGRES_PASSWORD;
    url.pathname = '/postgres';
    const result = await use({ url: url.href, variables });
    lost.signal.throwIfAborted();
    return result;
  } finally {
    await processes.stop();
  }
}
