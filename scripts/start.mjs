/*
 * `npm start`: makes the toolchain ready on whatever Node runs this, then hands
 * over to the portal on the Node that Backstage needs.
 */
import path from 'node:path';
import { ROOT } from './lib/paths.mjs';
import { runOnProjectNode } from './lib/projectNode.mjs';

await runOnProjectNode(path.join(ROOT, 'scripts/portal.mjs'));
