import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NotFoundError } from '@backstage/errors';
import type { Check, CheckCache } from '../types';

const execute = promisify(execFile);
const PYTHON_FACTS = 'import sys; print(sys.version, sys.base_prefix)';
const TIMEOUT_MILLISECONDS = 30_000;

/** Programs that decide what a check leaves, and what each says of itself. */
export class Toolchain {
  readonly #facts = new Map<string, Promise<string[][]>>();

  /** The same for every check that sets the same variables. */
  describe({ check, env }: KeyedRun): Promise<string[][]> {
    const variables = JSON.stringify(check.env);
    const facts = this.#facts.get(variables) ?? describePrograms(env);
    this.#facts.set(variables, facts);
    return facts;
  }
}

/** A check whose folders can be kept. */
export interface KeyedRun {
  check: Check & { cache: CheckCache };
  /** Where it runs. */
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** Changes when what a check leaves in its folders may. */
export async function cacheKey(
  options: KeyedRun,
  toolchain: Toolchain,
): Promise<string> {
  const { cwd, check } = options;
  const digest = createHash('sha256');
  const facts = [
    ['format', '1'],
    ['run', ...check.run],
    ['env', JSON.stringify(check.env)],
    ['platform', process.platform, process.arch],
    ['folders', ...check.cache.folders],
    ...(await toolchain.describe(options)),
  ];
  digest.update(JSON.stringify(facts));
  for (const name of check.cache.key) {
    digest.update(`\0${name}\0`).update(await readKeyFile(cwd, name));
  }
  return digest.digest('hex').slice(0, 32);
}

function describePrograms(env: NodeJS.ProcessEnv): Promise<string[][]> {
  const commands = [
    ['node', '--version'],
    // A virtual environment links to its Python. Makefiles let people choose it.
    ['python3', '-c', PYTHON_FACTS],
    ...(env.PYTHON ? [[env.PYTHON, '-c', PYTHON_FACTS]] : []),
  ];
  return Promise.all(
    commands.map(async command => [...command, await outputOf(command, env)]),
  );
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

/** What a command prints; nothing where there is no such program. */
async function outputOf(
  [program, ...args]: string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  try {
    const { stdout } = await execute(program, args, {
      env,
      timeout: TIMEOUT_MILLISECONDS,
    });
    return stdout.trim();
  } catch {
    return '';
  }
}
