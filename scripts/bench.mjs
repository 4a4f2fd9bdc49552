// `npm run bench`: measures, side by side in one run, what the README states.
// `-- <name>` runs one of them, `--json` prints one line of JSON at the end.

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDER = join(ROOT, 'scripts', 'bench');
const OWN_NODE = join(ROOT, '.toolchain', 'node', 'bin', 'node');
const MINIMUM_NODE = 22;

async function main() {
  useNewNode();
  const json = process.argv.includes('--json');
  const names = process.argv.slice(2).filter(name => !name.startsWith('-'));
  const benches = await load();
  const unknown = names.find(name => !benches.some(it => it.name === name));
  if (unknown) {
    const known = benches.map(({ name }) => name).join(', ');
    fail(`there is no bench '${unknown}'. There are: ${known}.`, 2);
  }
  const chosen = benches.filter(
    ({ name }) => names.length === 0 || names.includes(name),
  );
  const results = {};
  let failed = false;
  for (const bench of chosen) {
    process.stdout.write(`\n${bench.name}: ${bench.description}\n`);
    try {
      const { rows, figures } = await bench.run();
      process.stdout.write(`${table(rows)}\n`);
      results[bench.name] = figures;
    } catch (error) {
      failed = true;
      results[bench.name] = { error: error.message };
      process.stderr.write(`bench ${bench.name}: ${error.stack ?? error}\n`);
    }
  }
  if (json) {
    process.stdout.write(`${JSON.stringify(results)}\n`);
  }
  process.exitCode = failed ? 1 : 0;
}

/** Every module in scripts/bench is a bench: `{ name, description, run() }`. */
async function load() {
  const files = readdirSync(FOLDER).filter(file => file.endsWith('.mjs'));
  const modules = await Promise.all(
    files.sort().map(file => import(pathToFileURL(join(FOLDER, file)).href)),
  );
  return modules.map(module => module.default ?? module);
}

/** Rows of texts and numbers under a row of headings, as aligned columns. */
function table(rows) {
  const texts = rows.map(row => row.map(String));
  const widths = texts[0].map((_, column) =>
    Math.max(...texts.map(row => row[column].length)),
  );
  return texts
    .map(row =>
      row
        .map((text, column) =>
          column === 0
            ? text.padEnd(widths[column])
            : text.padStart(widths[column]),
        )
        .join('  '),
    )
    .map(line => `  ${line}`.trimEnd())
    .join('\n');
}

/** Runs this script again on the checkout's own Node.js, where this one is too old. */
function useNewNode() {
  if (Number(process.versions.node.split('.')[0]) >= MINIMUM_NODE) {
    return;
  }
  if (!existsSync(OWN_NODE)) {
    fail(
      `Node.js ${MINIMUM_NODE} or newer is needed. Run npm test once, which installs one for this checkout.`,
      1,
    );
  }
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const { status } = spawnSync(OWN_NODE, args, { stdio: 'inherit' });
  process.exit(status ?? 1);
}

function fail(message, code) {
  process.stderr.write(`bench: ${message}\n`);
  process.exit(code);
}

await main();
