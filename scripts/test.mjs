/*
 * `npm test [-- <part>…]`: makes the toolchain ready, then runs every part, or
 * the named ones, on the Node that the project needs.
 */
import path from 'node:path';
import { ROOT } from './lib/paths.mjs';
import { runOnProjectNode } from './lib/projectNode.mjs';

await runOnProjectNode(path.join(ROOT, 'scripts/test/main.mjs'));
