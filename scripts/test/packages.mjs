import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { UserError } from '../lib/report.mjs';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';
import { runChecks } from './checks.mjs';

const BIN = path.join(ROOT, 'node_modules/.bin');

/** Builds everything that is published and looks into what npm would pack. */
export async function runPart() {
  const folders = await publishedPackages();
  return runChecks([
    {
      title: 'Types',
      run: update =>
        run(
          process.execPath,
          [path.join(BIN, 'tsc'), '--incremental', 'false'],
          {
            cwd: ROOT,
            onLine: update,
          },
        ),
    },
    {
      title: 'yarn build:all',
      run: update =>
        run(
          process.execPath,
          [path.join(BIN, 'backstage-cli'), 'repo', 'build', '--all'],
          { cwd: ROOT, onLine: update },
        ),
    },
    ...folders.map(folder => ({
      title: `npm pack ${path.basename(folder)}`,
      run: () =>
        withTemporaryFolder(destination => inspectPackage(folder, destination)),
    })),
  ]);
}

async function publishedPackages() {
  const names = await readdir(path.join(ROOT, 'plugins'));
  return names.sort().map(name => path.join(ROOT, 'plugins', name));
}

/** Packs as for a release, so that the scripts around packing run as well. */
async function inspectPackage(folder, destination) {
  const manifest = await readManifest(path.join(folder, 'package.json'));
  const output = await run(
    'npm',
    ['pack', '--json', '--silent', '--pack-destination', destination],
    { cwd: folder },
  );
  const [{ filename, files }] = JSON.parse(
    output.slice(output.search(/^\[$/m)),
  );
  await run('tar', ['-xzf', path.join(destination, filename)], {
    cwd: destination,
  });
  const packed = new Set(files.map(file => file.path));
  const published = await readManifest(
    path.join(destination, 'package/package.json'),
  );
  const wanted = [
    'README.md',
    published.main,
    published.types,
    ...Object.values(published.bin ?? {}),
  ].filter(Boolean);
  const missing = wanted.filter(file => !packed.has(path.normalize(file)));
  const unwanted = [...packed].filter(file =>
    /^src\/|\.test\.|__testUtils__/.test(file),
  );
  const local = Object.entries(published.dependencies ?? {})
    .filter(([, range]) => /^(workspace|link|file):/.test(range))
    .map(([name]) => name);
  for (const [problem, found] of Object.entries({
    'does not pack': missing,
    'packs, and should not,': unwanted,
    'depends on what only this repository has:': local,
  })) {
    if (found.length) {
      throw new UserError(`${manifest.name} ${problem} ${found.join(', ')}.`);
    }
  }
}

async function readManifest(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}
