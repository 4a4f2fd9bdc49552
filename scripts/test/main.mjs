/*
 * Runs the parts of the test suite one after the other and closes with one
 * line that adds them up.
 * usage: node scripts/test/main.mjs [<part>…] [--only <pattern>]…
 *   --only limits the part "services" to the cases with the pattern in their line
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { fail, UserError } from '../lib/report.mjs';

/** Each part resolves to its counts; it throws where it could not run at all. */
const PARTS = {
  static: () => import('./static.mjs'),
  commands: () => import('./commands.mjs'),
  unit: () => import('./unit.mjs'),
  packages: () => import('./packages.mjs'),
  services: () => import('./services.mjs'),
  random: () => import('./random.mjs'),
  recovery: () => import('./recovery.mjs'),
  browser: () => import('./browser.mjs'),
};

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { only: { type: 'string', multiple: true, default: [] } },
    });
    return { names: selectParts(positionals), only: values.only };
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(error.message);
  }
}

function selectParts(names) {
  const unknown = names.filter(name => !Object.hasOwn(PARTS, name));
  if (unknown.length) {
    throw new UserError(
      `There is no part "${unknown[0]}": choose from ${Object.keys(PARTS).join(
        ', ',
      )}.`,
    );
  }
  return names.length ? names : Object.keys(PARTS);
}

async function runPart(name, options) {
  const began = Date.now();
  process.stdout.write(`\n━━ ${name}\n`);
  try {
    const { runPart: run } = await PARTS[name]();
    const counts = await run(options);
    return { name, ...counts, ms: Date.now() - began };
  } catch (error) {
    fail(error);
    return { name, passed: 0, failed: 1, skipped: 0, ms: Date.now() - began };
  }
}

function summarize(results) {
  process.stdout.write('\n');
  for (const { name, passed, failed, skipped, ms } of results) {
    process.stdout.write(
      `${failed ? '✖' : '✔'} ${name.padEnd(
        10,
      )} ${passed} passed, ${failed} failed, ${skipped} skipped  (${Math.round(
        ms / 1000,
      )} s)\n`,
    );
  }
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(
    `\n${sum('passed')} passed, ${sum('failed')} failed, ${sum(
      'skipped',
    )} skipped\n`,
  );
  return sum('failed') === 0 && sum('passed') > 0;
}

const INTERRUPTED = 130;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => process.exit(INTERRUPTED));
}

try {
  const results = [];
  const { names, only } = readArguments();
  for (const name of names) {
    results.push(await runPart(name, { only }));
  }
  process.exitCode = summarize(results) ? 0 : 1;
} catch (error) {
  fail(error);
  process.exitCode = 2;
}
