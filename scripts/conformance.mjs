// `node scripts/conformance.mjs --model model.yaml http://127.0.0.1:3000`: the
// conformance suite from a checkout, without a build.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MINIMUM_NODE = 22;
const WRONG_USE = 2;

function fail(message) {
  process.stderr.write(`conformance: ${message}\n`);
  process.exit(WRONG_USE);
}

/** Runs this script again on the checkout's own Node.js, where this one is too old. */
function runOnOwnNode() {
  const node = join(ROOT, '.toolchain', 'node', 'bin', 'node');
  if (!existsSync(node)) {
    fail(
      `Node.js ${MINIMUM_NODE} or newer is needed, this is ${process.version}. Run npm start or npm test once, which installs one for this checkout.`,
    );
  }
  const { status } = spawnSync(
    node,
    [fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  process.exit(status ?? WRONG_USE);
}

if (Number(process.versions.node.split('.')[0]) < MINIMUM_NODE) {
  runOnOwnNode();
}
if (!existsSync(join(ROOT, 'node_modules', 'ajv'))) {
  fail(
    'the dependencies are not installed. Run npm start or npm test once, or yarn install.',
  );
}
createRequire(import.meta.url)(
  join(
    ROOT,
    'plugins',
    'perennial-conformance',
    'bin',
    'perennial-conformance',
  ),
);
