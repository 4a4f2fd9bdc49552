import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { runChecks } from './checks.mjs';
import { serviceChecks } from './serviceChecks.mjs';
import { withPostgres } from '../lib/withPostgres.mjs';

const CACHE = path.join(ROOT, '.cache/services');

// One model without any option, one with everything: rows that belong to
// callers, every relation kind, a self-relation and a cycle.
const CASES = [
  { template: 'express-postgres', model: 'product' },
  { template: 'express-postgres', model: 'shop' },
  { template: 'express-postgres', model: 'clinic' },
];

/** What decides a case's outcome beside the rendered files. */
const SUITE_SOURCES = [
  'plugins/perennial-{common,conformance}/src/**/*.ts',
  'scripts/test/*.mjs',
  'scripts/check-rendered.mjs',
];

/**
 * Renders each case as a person at a terminal would and puts the service
 * through its own commands, the checkers, the conformance suite and
 * schemathesis. A case whose inputs have all passed before is not run again.
 */
export async function runPart() {
  await mkdir(CACHE, { recursive: true });
  const totals = { passed: 0, failed: 0, skipped: 0 };
  await withPostgres(CACHE, async database => {
    for (const testCase of CASES) {
      const counts = await runCase(testCase, database);
      for (const key of Object.keys(totals)) {
        totals[key] += counts[key];
      }
    }
  });
  return totals;
}

async function runCase({ template, model }, database) {
  const name = `${model}-${template}`;
  const folder = path.join(CACHE, name);
  const modelFile = path.join(ROOT, 'examples/models', `${model}.yaml`);
  await rm(path.join(folder, 'draft'), { recursive: true, force: true });
  process.stdout.write(`\n${name}\n`);
  const rendered = await runChecks([
    {
      title: 'Render',
      run: () =>
        render({ template, modelFile, name, out: path.join(folder, 'draft') }),
    },
  ]);
  if (rendered.failed) {
    return rendered;
  }
  const digest = await digestCase(path.join(folder, 'draft'));
  const stamp = path.join(folder, 'passed');
  const before = await readFile(stamp, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  if (before?.digest === digest) {
    process.stdout.write('✔ all of this passed before, on the same inputs\n');
    return before.counts;
  }
  const counts = await runChecks(
    serviceChecks({
      folder: path.join(folder, 'draft'),
      modelFile,
      name,
      database,
    }),
  );
  counts.passed += rendered.passed;
  if (counts.failed === 0) {
    await writeFile(stamp, JSON.stringify({ digest, counts }));
  }
  return counts;
}

function render({ template, modelFile, name, out }) {
  return run(
    process.execPath,
    [
      path.join(ROOT, 'scripts/perennial.mjs'),
      ...['render', template, '--model', modelFile, '--out', out],
      ...['--set', `name=${name}`],
      ...['--set', `description=The ${name} service`],
      ...['--set', 'owner=group:default/storefront'],
    ],
    { cwd: ROOT },
  );
}

async function digestCase(folder) {
  const digest = createHash('sha256');
  for (const [root, patterns] of [
    [folder, ['**/*']],
    [ROOT, SUITE_SOURCES],
  ]) {
    const files = [];
    for await (const entry of glob(patterns, {
      cwd: root,
      withFileTypes: true,
    })) {
      if (entry.isFile()) {
        files.push(
          path.relative(root, path.join(entry.parentPath, entry.name)),
        );
      }
    }
    for (const file of files.sort()) {
      digest.update(`${file}\0`);
      digest.update(await readFile(path.join(root, file)));
    }
  }
  return digest.digest('hex');
}
