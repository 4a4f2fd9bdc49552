import path from 'node:path';
import process from 'node:process';
import { freePort, waitForUrl } from '../lib/ports.mjs';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';
import { withProcesses } from '../lib/withProcesses.mjs';
import { withDatabase } from './databases.mjs';
import { runCommand } from './openService.mjs';
import { TOKEN_SETTINGS } from './tokens.mjs';

const START_MS = 60_000;

/**
 * Runs something against an installed service: on a new database it migrates,
 * starts as in production and is ready; afterwards its processes and the
 * database are gone. A service that ends meanwhile fails this with its last
 * lines.
 *
 * @param {import('./openService.mjs').Service} service
 * @param {{ servers: import('./databaseServers.mjs').DatabaseServers, env?: Record<string, string>, onLine?: (line: string) => void }} options
 *   where its database is made, and settings of the service
 * @param {(url: string) => Promise<T>} use gets the service's address
 * @template T
 * @returns {Promise<T>}
 */
export function withRunningService(service, { servers, env, onLine }, use) {
  const { database } = service;
  return withDatabase({ servers, database }, async databaseSettings => {
    const port = await freePort();
    const settings = {
      ...TOKEN_SETTINGS,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      ...env,
      ...databaseSettings,
      PORT: String(port),
    };
    await runCommand(service, 'migrate', { env: settings, onLine });
    return withTemporaryFolder(folder =>
      withStarted(service, { folder, settings }, async signal => {
        const url = `http://127.0.0.1:${port}`;
        await waitForUrl(`${url}/health/ready`, {
          timeoutMs: START_MS,
          signal,
        });
        return use(url);
      }),
    );
  });
}

function withStarted(service, { folder, settings }, use) {
  return withProcesses(path.join(folder, 'logs'), (processes, signal) => {
    const [command, ...args] = service.commands.start;
    processes.start({
      name: 'service',
      command,
      args,
      cwd: service.folder,
      env: { ...process.env, ...settings },
    });
    return use(signal);
  });
}
