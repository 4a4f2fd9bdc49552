/*
 * `node scripts/service/addToAdminServer.mjs <folder>`: puts an admin server
 * around a rendered service of the template admin-service, and registers the
 * service in it, as the template's pull request would.
 */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import '@backstage/cli/config/nodeTransform.cjs';
import { ROOT } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';

const { registerBlueprint } = createRequire(import.meta.url)(
  path.join(ROOT, 'plugins/perennial-node/src/blueprint'),
);

/** The one service in the folder: `invoice` of `admin_server/app_invoice`. */
async function serviceIn(folder) {
  const found = [];
  for await (const name of glob('admin_server/app_*', { cwd: folder })) {
    found.push(path.basename(name).replace(/^app_/, ''));
  }
  if (found.length !== 1) {
    throw new Error(`${folder} holds ${found.length} services, and not one.`);
  }
  return found[0];
}

async function addToAdminServer(folder) {
  const service = await serviceIn(folder);
  await run(process.execPath, [
    path.join(ROOT, 'scripts/perennial.mjs'),
    ...['render', path.join(ROOT, 'templates/admin-server')],
    ...['--force', '--out', folder],
    ...['--model', path.join(ROOT, 'examples/models/library.yaml')],
    ...['--values', path.join(ROOT, 'examples/samples/values.yaml')],
  ]);
  const file = path.join(folder, 'admin_server/app.py');
  const result = await registerBlueprint(await readFile(file, 'utf8'), {
    package: 'admin_server',
    module: `app_${service}.${service}_api`,
    name: `${service}_api`,
  });
  if (result.outcome !== 'added') {
    throw new Error(`The service was not registered: ${result.reason}`);
  }
  await writeFile(file, result.source);
}

await addToAdminServer(path.resolve(process.argv[2] ?? '.'));
