import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { UserError } from '../lib/report.mjs';
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
      run: () => inspectPackage(folder),
    })),
  ]);
}

async function publishedPackages() {
  const names = await readdir(path.join(ROOT, 'plugins'));
  return names.sort().map(name => path.join(ROOT, 'plugins', name));
}

async function inspectPackage(folder) {
  const manifest = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  );
  const output = await run(
    'npm',
    ['pack', '--dry-run', '--json', '--ignore-scripts', '--silent'],
    { cwd: folder },
  );
  const [{ files }] = JSON.parse(output.slice(output.indexOf('[')));
  const packed = new Set(files.map(file => file.path));
  const wanted = [
    'README.md',
    manifest.publishConfig?.main ?? manifest.main,
    manifest.publishConfig?.types,
    ...Object.values(manifest.bin ?? {}),
  ].filter(Boolean);
  const missing = wanted.filter(file => !packed.has(path.normalize(file)));
  const unwanted = [...packed].filter(file =>
    /(^|\/)src\/|\.test\./.test(file),
  );
  if (missing.length || unwanted.length) {
    throw new UserError(
      `${manifest.name} packs wrongly: missing ${
        missing.join(', ') || 'nothing'
      }; unwanted ${unwanted.join(', ') || 'nothing'}.`,
    );
  }
}
