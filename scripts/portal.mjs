/*
 * The portal: database, GitHub stand-in, page and backend, from here until
 * Ctrl-C. Started by start.mjs; needs the dependencies installed.
 */
import process from 'node:process';
import { DATA } from './lib/paths.mjs';
import { fail } from './lib/report.mjs';
import { startPortal } from './lib/portal.mjs';

const began = Date.now();
const controller = new AbortController();
let portal;
let isReady = false;

async function shutDown(exitCode) {
  if (!controller.signal.aborted) {
    controller.abort(new Error('stopped'));
  }
  await portal?.stop();
  process.exit(exitCode);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    process.stdout.write('\nStopping …\n');
    shutDown(0);
  });
}

try {
  portal = await startPortal({
    data: DATA,
    signal: controller.signal,
    onUnexpectedExit: error => {
      if (isReady) {
        fail(error);
        shutDown(1);
      }
    },
    onStarted: started => {
      portal = started;
    },
  });
  isReady = true;
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  process.stdout.write(`
Perennial is ready after ${seconds} s.

  Create a service   ${portal.pageUrl}/create
  Repositories       ${portal.repositoriesUrl}
  Logs and data      ${DATA}

Ctrl-C stops everything.
`);
} catch (error) {
  if (!controller.signal.aborted) {
    fail(error);
    await shutDown(1);
  }
}
