import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import process from 'node:process';
import { freePort, waitForUrl } from '../../lib/ports.mjs';

const START_MS = 60_000;
const TICKS_PER_SECOND = 100;

/**
 * Starts a service as in production. What it logs goes straight to a file: a
 * pipe would make whoever reads it pay for it.
 *
 * @param {{ command: string[], cwd: string, env: Record<string, string>, logFile: string, readyPath: string }} options
 */
export async function startServer({ command, cwd, env, logFile, readyPath }) {
  const port = await freePort();
  const log = openSync(logFile, 'w');
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', log, log],
    detached: true,
  });
  const killAll = () => signalGroup(child.pid, 'SIGKILL');
  process.once('exit', killAll);
  const lost = new AbortController();
  const ended = new Promise(resolve => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
  ended.then(() => lost.abort(new Error(`${program} ended; see ${logFile}.`)));
  const url = `http://127.0.0.1:${port}`;
  await waitForUrl(url + readyPath, {
    timeoutMs: START_MS,
    signal: lost.signal,
  });
  return {
    url,
    cpuSeconds: () => cpuSecondsOfGroup(child.pid),
    async stop() {
      signalGroup(child.pid, 'SIGTERM');
      await ended;
      killAll();
      process.off('exit', killAll);
    },
  };
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}

/** Processor time that a group of processes has used; undefined where the system has no /proc. */
async function cpuSecondsOfGroup(group) {
  const pids = await readdir('/proc').catch(() => undefined);
  if (!pids) {
    return undefined;
  }
  const times = pids
    .filter(pid => /^\d+$/.test(pid))
    .map(async pid => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      // The name may hold spaces; the fields behind it are separated by one each.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [processGroup, user, system] = [fields[2], fields[11], fields[12]];
      return Number(processGroup) === group
        ? (Number(user) + Number(system)) / TICKS_PER_SECOND
        : 0;
    });
  return (await Promise.all(times)).reduce((sum, time) => sum + time, 0);
}
