import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../lib/paths.mjs';

const FOLDER = path.join(ROOT, 'scripts/random/regressions');

/** Models that failed once: name and text of each. */
export async function readRegressions() {
  const names = (await readdir(FOLDER)).filter(name => name.endsWith('.yaml'));
  return Promise.all(
    names.sort().map(async name => ({
      name,
      text: await readFile(path.join(FOLDER, name), 'utf8'),
    })),
  );
}

/**
 * Keeps a model that failed.
 *
 * @returns {Promise<string>} where, from the root of the repository
 */
export async function keepRegression({ template, step, text }) {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const file = path.join(FOLDER, `${digest}.yaml`);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(file, `# Failed with ${template}, step: ${step}.\n${text}`);
  return path.relative(ROOT, file);
}
