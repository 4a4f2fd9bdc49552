/*
 * Runs the browser tests: `node e2e/run.mjs`, or the part "browser" of
 * `npm test`. With PERENNIAL_URL (and PERENNIAL_REPOSITORIES_URL) they run
 * against that portal; otherwise against one of their own, on free ports and
 * with data of its own, which ends with them.
 */
import { glob, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { startPortal } from '../scripts/lib/portal.mjs';
import { freePort } from '../scripts/lib/ports.mjs';
import { CACHE, ROOT, UPDATES_SCREENSHOTS } from './support/settings.mjs';

/** Longer than three services take to be installed, linted, tested and put through the suite. */
const FILE_MS = 45 * 60_000;

/**
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runBrowserTests() {
  if (process.env.PERENNIAL_URL) {
    return runFiles();
  }
  const portal = await startOwnPortal();
  try {
    process.env.PERENNIAL_URL = portal.pageUrl;
    process.env.PERENNIAL_REPOSITORIES_URL = portal.repositoriesUrl;
    return await runFiles();
  } finally {
    await portal.stop();
  }
}

async function startOwnPortal() {
  const data = path.join(CACHE, 'portal');
  await rm(data, { recursive: true, force: true });
  let started;
  try {
    return await startPortal({
      data,
      env: {
        // Never the real GitHub, whatever the environment holds.
        GITHUB_TOKEN: '',
        ...(UPDATES_SCREENSHOTS ? {} : await freePorts()),
      },
      onStarted: portal => {
        started = portal;
      },
      onUnexpectedExit: error => {
        process.stderr.write(`${error.message}\n`);
      },
    });
  } catch (error) {
    await started?.stop();
    throw error;
  }
}

/** Pictures show the usual ports; tests stay out of the way of a running portal. */
async function freePorts() {
  return {
    PERENNIAL_PAGE_PORT: String(await freePort()),
    GITHUB_SANDBOX_PORT: String(await freePort()),
  };
}

async function runFiles() {
  const files = [];
  for await (const file of glob('e2e/*.e2e.mjs', { cwd: ROOT })) {
    files.push(path.join(ROOT, file));
  }
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const stream = run({
    files: files.sort(),
    concurrency: 1,
    timeout: FILE_MS,
  });
  const isTest = ({ details }) => details.type !== 'suite';
  stream.on('test:pass', event => {
    if (isTest(event)) {
      counts[event.skip === undefined ? 'passed' : 'skipped'] += 1;
    }
  });
  stream.on('test:fail', event => {
    if (isTest(event)) {
      counts.failed += 1;
    }
  });
  const report = stream.compose(spec);
  report.pipe(process.stdout, { end: false });
  await new Promise((resolve, reject) => {
    report.on('end', resolve);
    report.on('error', reject);
  });
  return counts;
}

if (process.argv[1] === import.meta.filename) {
  const { failed, passed } = await runBrowserTests();
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
