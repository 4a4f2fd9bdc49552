import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(
  dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
);
export const rootRequire = createRequire(join(ROOT, 'package.json'));
const BUNDLE = join(ROOT, '.cache', 'bench', 'engine.cjs');

/** Builds the engine as one file, so that loading it is not what is measured. */
export function buildEngine() {
  mkdirSync(dirname(BUNDLE), { recursive: true });
  rootRequire('esbuild').buildSync({
    stdin: {
      contents: `
        export * from './plugins/perennial-node/src';
        export * from './plugins/perennial-common/src';
      `,
      resolveDir: ROOT,
      loader: 'ts',
    },
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    logLevel: 'error',
  });
  return BUNDLE;
}

export function loadEngine() {
  return rootRequire(BUNDLE);
}
