// `node scripts/conformance.mjs --model model.yaml http://127.0.0.1:3000`: the
// conformance suite from a checkout, without a build.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './lib/paths.mjs';
import { isOnProjectNode } from './lib/projectNode.mjs';

if (await isOnProjectNode(import.meta.url)) {
  createRequire(import.meta.url)(
    join(ROOT, 'plugins/perennial-conformance/bin/perennial-conformance'),
  );
}
