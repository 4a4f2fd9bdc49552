import path from 'node:path';
import process from 'node:process';
import { ensureMongo } from '../lib/mongo.mjs';
import { ensurePostgres, postgresUrl } from '../lib/postgres.mjs';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';
import { withProcesses } from '../lib/withProcesses.mjs';

/** How each kind of server is found or started, and what its address is. */
const KINDS = {
  postgres: {
    ensure: ({ processes, folder, signal }) =>
      ensurePostgres({
        processes,
        folder: path.join(folder, 'postgres'),
        node: process.execPath,
        signal,
      }),
    url: postgresUrl,
  },
  mongo: { ensure: ensureMongo, url: ({ MONGODB_URI }) => MONGODB_URI },
};

/** @typedef {keyof typeof KINDS} Database */

/** The database servers of a command, each started when it is first asked for. */
export class DatabaseServers {
  #options;
  #variables = new Map();

  constructor(options) {
    this.#options = options;
  }

  /**
   * The environment by which another command of this repository finds a server.
   *
   * @param {Database} database
   * @returns {Promise<Record<string, string>>}
   */
  variablesOf(database) {
    if (!this.#variables.has(database)) {
      this.#variables.set(database, KINDS[database].ensure(this.#options));
    }
    return this.#variables.get(database);
  }

  /** @param {Database} database */
  async urlOf(database) {
    return KINDS[database].url(await this.variablesOf(database));
  }
}

/**
 * Runs something that needs databases: on the servers of the POSTGRES_*
 * variables and of MONGODB_URI, else on local ones that end with it.
 *
 * @param {(servers: DatabaseServers) => Promise<T>} use
 * @template T
 * @returns {Promise<T>}
 */
export function withDatabaseServers(use) {
  return withTemporaryFolder(folder =>
    withProcesses(path.join(folder, 'logs'), (processes, signal) =>
      use(new DatabaseServers({ processes, folder, signal })),
    ),
  );
}
