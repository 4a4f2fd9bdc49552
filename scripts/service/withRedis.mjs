import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { freePort } from '../lib/ports.mjs';
import { withProcesses } from '../lib/withProcesses.mjs';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';

/**
 * Runs something beside a Redis: the one of REDIS_HOST, else a `redis-server`
 * of this machine that ends with it. Without either, there is none.
 *
 * @param {(settings: { REDIS_HOST?: string }) => Promise<T>} use
 *   gets the setting of a service that uses it as its cache
 * @template T
 * @returns {Promise<T>}
 */
export async function withRedis(use) {
  const { REDIS_HOST } = process.env;
  if (REDIS_HOST) {
    return use({ REDIS_HOST });
  }
  if (!isInstalled('redis-server')) {
    return use({});
  }
  const port = await freePort();
  return withTemporaryFolder(folder =>
    withProcesses(path.join(folder, 'logs'), processes => {
      processes.start({
        name: 'redis',
        command: 'redis-server',
        args: ['--port', String(port), '--bind', '127.0.0.1', '--save', ''],
        cwd: folder,
        env: process.env,
      });
      return use({ REDIS_HOST: `127.0.0.1:${port}` });
    }),
  );
}

function isInstalled(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some(folder => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
