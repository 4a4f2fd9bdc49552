import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The checkout's root. */
export const ROOT = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** What the commands install for themselves: Node and Yarn. */
export const TOOLCHAIN = path.join(ROOT, '.toolchain');

/** What the portal keeps between two runs: database, repositories, logs. */
export const DATA = path.resolve(
  process.env.PERENNIAL_DATA_DIR ?? path.join(ROOT, '.data'),
);
