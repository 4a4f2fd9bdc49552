import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isError } from '@backstage/errors';
import { DEFAULT_TIMEOUT_SECONDS } from '../config/schema';
import type { Check, CheckCache } from '../types';

const PYTHON_LOCKS = ['requirements.txt', 'requirements-dev.txt'];
const TARGETS = ['setup', 'lint', 'test'];

/**
 * The checks of rendered files whose template names none: those of package.json,
 * else those of the Makefile. Empty where there is neither.
 */
export async function detectChecks(folder: string): Promise<Check[]> {
  const manifest = await readIfThere(join(folder, 'package.json'));
  if (manifest !== undefined) {
    return npmChecks(folder, manifest);
  }
  const makefile = await readIfThere(join(folder, 'Makefile'));
  return makefile === undefined ? [] : makeChecks(folder, makefile);
}

async function npmChecks(folder: string, manifest: string): Promise<Check[]> {
  const isLocked = await isFile(join(folder, 'package-lock.json'));
  const install = isLocked
    ? check('install', ['npm', 'ci'], {
        key: ['package-lock.json'],
        folders: ['node_modules'],
      })
    : check('install', ['npm', 'install']);
  const scripts = scriptsOf(manifest);
  return [
    install,
    ...(scripts.has('lint') ? [check('lint', ['npm', 'run', 'lint'])] : []),
    ...(scripts.has('test') ? [check('test', ['npm', 'test'])] : []),
  ];
}

/** None where package.json cannot be read: then npm says so better. */
function scriptsOf(manifest: string): Set<string> {
  try {
    return new Set(Object.keys(JSON.parse(manifest).scripts ?? {}));
  } catch {
    return new Set();
  }
}

async function makeChecks(folder: string, makefile: string): Promise<Check[]> {
  const locks: string[] = [];
  for (const name of PYTHON_LOCKS) {
    if (await isFile(join(folder, name))) {
      locks.push(name);
    }
  }
  return TARGETS.filter(target => hasTarget(makefile, target)).map(target =>
    check(
      target,
      ['make', target],
      target === 'setup' && locks.length > 0
        ? { key: [...locks, 'Makefile'], folders: ['.venv'] }
        : undefined,
    ),
  );
}

/** A rule such as `lint test: .venv`, and no assignment such as `lint := x`. */
function hasTarget(makefile: string, target: string): boolean {
  return makefile.split('\n').some(line => {
    const rule = /^([^\s#:=][^#:=]*):(?!=)/.exec(line);
    return (
      rule !== null &&
      rule[1] !== '.PHONY' &&
      rule[1].trim().split(/\s+/).includes(target)
    );
  });
}

function check(name: string, run: string[], cache?: CheckCache): Check {
  return {
    name,
    run,
    env: {},
    timeoutSeconds: DEFAULT_TIMEOUT_SECONDS,
    ...(cache && { cache }),
  };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isFile() ?? false;
}
