import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from './paths.mjs';
import { run } from './processes.mjs';
import { step } from './report.mjs';

const APP = path.join(ROOT, 'examples/portal/app');
const STAMP = path.join(APP, 'dist/.perennial-built');
const SOURCES = [
  'examples/portal/app/{src,public}/**/*.*',
  'examples/portal/app/package.json',
  'plugins/{perennial,perennial-common,perennial-interchange}/src/**/*.*',
  'plugins/{perennial,perennial-common,perennial-interchange}/package.json',
  'yarn.lock',
];

/**
 * Builds the page where its sources have changed since the last build.
 *
 * @param {{ signal?: AbortSignal }} options
 */
export async function ensurePageBuilt({ signal }) {
  const wanted = await digestSources();
  const built = await readFile(STAMP, 'utf8').catch(() => undefined);
  signal?.throwIfAborted();
  if (built === wanted) {
    return;
  }
  await step('Build the page', update =>
    run(
      process.execPath,
      [path.join(ROOT, 'node_modules/.bin/backstage-cli'), 'package', 'build'],
      { cwd: APP, onLine: update },
    ),
  );
  await mkdir(path.dirname(STAMP), { recursive: true });
  await writeFile(STAMP, wanted);
}

async function digestSources() {
  const files = [];
  for await (const file of glob(SOURCES, { cwd: ROOT })) {
    files.push(file);
  }
  const digest = createHash('sha256');
  for (const file of files.sort()) {
    digest.update(file);
    digest.update(await readFile(path.join(ROOT, file)));
  }
  return digest.digest('hex');
}
