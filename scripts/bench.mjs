// `npm run bench`: measures, side by side in one run, what the README states.
// `-- <name>` runs one of them, `--json` prints one line of JSON at the end.

import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isOnProjectNode } from './lib/projectNode.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDER = join(ROOT, 'scripts', 'bench');

async function main() {
  if (!(await isOnProjectNode(import.meta.url))) {
    return;
  }
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

function fail(message, code) {
  process.stderr.write(`bench: ${message}\n`);
  process.exit(code);
}

await main();
