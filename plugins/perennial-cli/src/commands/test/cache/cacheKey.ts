import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NotFoundError } from '@backstage/errors';
import type { Check, CheckCache } from '../types';

const execute = promisify(execFile);
const PROGRAMS = ['node', 'python3'];
const TIMEOUT_MILLISECONDS = 30_000;

/** Changes when what a check leaves in its folders may. */
export async function cacheKey(options: {
  /** Where the check runs. */
  cwd: string;
  check: Check & { cache: CheckCache };
  env: NodeJS.ProcessEnv;
}): Promise<string> {
  const { cwd, check, env } = options;
  const digest = createHash('sha256');
  const facts = [
    ['format', '1'],
    ['run', ...check.run],
    ['env', JSON.stringify(check.env)],
    ['platform', process.platform, process.arch],
    ['folders', ...check.cache.folders],
  ];
  for (const program of PROGRAMS) {
    facts.push([program, await versionOf(program, env)]);
  }
  digest.update(JSON.stringify(facts));
  for (const name of check.cache.key) {
    digest.update(`\0${name}\0`).update(await readKeyFile(cwd, name));
  }
  return digest.digest('hex').slice(0, 32);
}

async function readKeyFile(cwd: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(cwd, name));
  } catch {
    throw new NotFoundError(
      `The file '${name}' of the check's cache.key is not among the rendered files. Take it out, or limit the check with 'when'.`,
    );
  }
}

/** What a program says of itself; nothing where there is none. */
async function versionOf(
  program: string,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  try {
    const { stdout } = await execute(program, ['--version'], {
      env,
      timeout: TIMEOUT_MILLISECONDS,
    });
    return stdout.trim();
  } catch {
    return '';
  }
}
