import path from 'node:path';
import process from 'node:process';
import { freePort, waitForUrl } from '../lib/ports.mjs';
import { ProcessGroup } from '../lib/processes.mjs';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';
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
 * @param {{ serverUrl: string, env?: Record<string, string>, onLine?: (line: string) => void }} options
 *   a PostgreSQL server, see withDatabaseServer, and settings of the service
 * @param {(url: string) => Promise<T>} use gets the service's address
 * @template T
 * @returns {Promise<T>}
 */
export function withRunningService(service, { serverUrl, env, onLine }, use) {
  return withDatabase(serverUrl, async databaseUrl => {
    const port = await freePort();
    const settings = {
      ...TOKEN_SETTINGS,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      ...env,
      DATABASE_URL: databaseUrl,
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

async function withStarted(service, { folder, settings }, use) {
  const lost = new AbortController();
  const processes = new ProcessGroup({
    logs: path.join(folder, 'logs'),
    onUnexpectedExit: error => lost.abort(error),
  });
  const [command, ...args] = service.commands.start;
  try {
    processes.start({
      name: 'service',
      command,
      args,
      cwd: service.folder,
      env: { ...process.env, ...settings },
    });
    const result = await use(lost.signal).catch(error => {
      // Whatever failed after the service had ended failed because of that.
      lost.signal.throwIfAborted();
      throw error;
    });
    lost.signal.throwIfAborted();
    return result;
  } finally {
    await processes.stop();
  }
}
