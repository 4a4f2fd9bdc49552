/*
 * `npm run samples [-- <template>…]`: renders the samples under examples/samples
 * anew, all of them or the named ones.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { isOnProjectNode } from './lib/projectNode.mjs';
import { fail, step, UserError } from './lib/report.mjs';
import { readTemplates } from './lib/templates.mjs';

const SAMPLES = path.join(ROOT, 'examples/samples');

async function selectTemplates(names) {
  const known = (await readTemplates())
    .filter(({ makesService }) => makesService)
    .map(({ name }) => name);
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new UserError(
      `There is no template "${unknown}": choose from ${known.join(', ')}.`,
    );
  }
  return names.length ? names : known;
}

/** From nothing, so that a file that the template no longer has goes away. */
async function renew(template) {
  const out = path.join(SAMPLES, template);
  await rm(out, { recursive: true, force: true });
  await run(
    process.execPath,
    [
      path.join(ROOT, 'scripts/perennial.mjs'),
      ...['render', template, '--out', out],
      ...['--model', path.join(ROOT, 'examples/models/library.yaml')],
      ...['--values', path.join(SAMPLES, 'values.yaml')],
    ],
    { cwd: ROOT },
  );
}

async function main() {
  for (const template of await selectTemplates(process.argv.slice(2))) {
    await step(`examples/samples/${template}`, () => renew(template));
  }
}

if (await isOnProjectNode(import.meta.url)) {
  await main().catch(fail);
}
