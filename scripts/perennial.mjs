// `npm run --silent perennial -- <arguments>`: the command line from a checkout.
//
// The sources are bundled into one file under .cache, once for each state of
// them, because loading some hundred modules takes longer than the work itself.

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOnProjectNode } from './lib/projectNode.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const CACHE = join(ROOT, '.cache', 'perennial-cli');
const PACKAGES = ['perennial-common', 'perennial-node', 'perennial-cli'];

/** The bundle of the sources as they are now; builds it where it is missing. */
export function bundle() {
  const file = join(CACHE, `${fingerprint()}.cjs`);
  if (!existsSync(file)) {
    build(file);
  }
  return file;
}

function fingerprint() {
  const hash = createHash('sha256');
  const add = file => {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\0`);
  };
  for (const name of PACKAGES) {
    const folder = join(ROOT, 'plugins', name);
    add(join(folder, 'package.json'));
    for (const file of readdirSync(join(folder, 'src'), { recursive: true })) {
      if (file.endsWith('.ts') && !file.endsWith('.test.ts')) {
        add(join(folder, 'src', file));
      }
    }
  }
  add(join(ROOT, 'yarn.lock'));
  return hash.digest('hex').slice(0, 16);
}

function build(file) {
  let esbuild;
  try {
    esbuild = createRequire(import.meta.url)('esbuild');
  } catch {
    fail(
      'the dependencies are not installed. Run npm start or npm test once, or yarn install.',
    );
  }
  mkdirSync(CACHE, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  try {
    esbuild.buildSync({
      entryPoints: [join(ROOT, 'plugins', 'perennial-cli', 'src', 'index.ts')],
      outfile: unfinished,
      bundle: true,
      platform: 'node',
      target: 'node22',
      format: 'cjs',
      logLevel: 'error',
    });
  } catch {
    fail('the sources do not build; see above.');
  }
  renameSync(unfinished, file);
  for (const name of readdirSync(CACHE)) {
    if (name.endsWith('.cjs') && join(CACHE, name) !== file) {
      rmSync(join(CACHE, name), { force: true });
    }
  }
}

function fail(message) {
  process.stderr.write(`perennial: ${message}\n`);
  process.exit(1);
}

async function main() {
  if (!(await isOnProjectNode(import.meta.url))) {
    return;
  }
  // npm runs scripts in the root of the checkout; paths are meant from where
  // the person is.
  if (process.env.npm_lifecycle_event === 'perennial' && process.env.INIT_CWD) {
    process.chdir(process.env.INIT_CWD);
  }
  const file = bundle();
  module.enableCompileCache?.(join(CACHE, 'compiled'));
  await createRequire(import.meta.url)(file).runProcess();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main();
}
