import path from 'node:path';
import process from 'node:process';
import { ensurePostgres, postgresUrl } from './postgres.mjs';
import { withProcesses } from './withProcesses.mjs';

/**
 * Runs something beside a PostgreSQL server: the one of the POSTGRES_*
 * variables, else an embedded one that lives in the folder and ends with it.
 *
 * @param {string} folder
 * @param {(url: string) => Promise<T>} use
 * @template T
 * @returns {Promise<T>}
 */
export function withPostgres(folder, use) {
  return withProcesses(path.join(folder, 'logs'), async (processes, signal) => {
    const variables = await ensurePostgres({
      processes,
      folder: path.join(folder, 'postgres'),
      node: process.execPath,
      signal,
    });
    return use(postgresUrl(variables));
  });
}
