import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../lib/paths.mjs';

const SOURCES = path.join(ROOT, 'scripts/checkers');
const MEMORY = path.join(ROOT, '.cache/checkers/clean');

/**
 * Runs a slow checker, unless it has found the same files clean before: many
 * services have their manifests or their pipeline in common. It sees nothing
 * but the files that it accepts, so that nothing else can matter.
 *
 * @param {import('./checkers.mjs').Checker} checker
 * @param {{ folder: string, inputs: string[], tools: Record<string, string> }} context
 * @returns {Promise<{ outcome: string, findings?: string }>}
 */
export async function checkUnlessClean(checker, { folder, inputs, tools }) {
  const mark = path.join(
    MEMORY,
    await digestOf(checker, { folder, inputs, tools }),
  );
  if (existsSync(mark)) {
    return { outcome: 'clean before' };
  }
  const own = await mkdtemp(`${folder}-`);
  try {
    for (const input of inputs) {
      const target = path.join(own, input);
      await mkdir(path.dirname(target), { recursive: true });
      await copyFile(path.join(folder, input), target);
    }
    const findings = await checker.check({ folder: own, inputs, tools });
    if (findings) {
      return { outcome: 'findings', findings };
    }
  } finally {
    await rm(own, { recursive: true, force: true });
  }
  await mkdir(MEMORY, { recursive: true });
  await writeFile(mark, '');
  return { outcome: 'clean' };
}

/** Changes with the files, the versions of the tools (which their paths have) and how they are used. */
async function digestOf(checker, { folder, inputs, tools }) {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([checker.name, ...checker.tools.map(name => tools[name])]),
  );
  for (const name of (await readdir(SOURCES)).sort()) {
    hash.update(`\0${name}\0`).update(await readFile(path.join(SOURCES, name)));
  }
  for (const input of inputs) {
    hash
      .update(`\0${input}\0`)
      .update(await readFile(path.join(folder, input)));
  }
  return hash.digest('hex');
}
