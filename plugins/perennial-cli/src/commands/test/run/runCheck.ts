import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstallCache } from '../cache/InstallCache';
import type { ProcessGroups } from '../checks/ProcessGroups';
import { checkEnvironment } from '../checks/environment';
import { fillPlaceholders, placeholdersOf } from '../checks/placeholders';
import { tailOf } from '../report/tail';
import type { Check, CheckCache, CheckResult } from '../types';
import type { PreparedCase } from './prepareCases';

/** What running a command takes. */
export interface CheckContext {
  cache: InstallCache;
  processes: ProcessGroups;
  env: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

/** Runs a check of a case, or puts back what its cache has kept. */
export async function runCheck(
  check: Check,
  prepared: PreparedCase,
  context: CheckContext,
): Promise<CheckResult> {
  const began = Date.now();
  const log = join(prepared.logs, `${check.name}.log`);
  await writeFile(log, '');
  const result = await execute(check, prepared, log, context).catch(error => {
    context.signal?.throwIfAborted();
    return {
      outcome: 'failed' as const,
      message: error instanceof Error ? error.message : `${error}`,
    };
  });
  const seconds = (Date.now() - began) / 1000;
  return result.outcome === 'failed' || result.outcome === 'timed out'
    ? { name: check.name, ...result, seconds, log, tail: await tailOf(log) }
    : { name: check.name, ...result, seconds, log };
}

function execute(
  check: Check,
  { testCase, folder }: PreparedCase,
  log: string,
  { cache, processes, env: base, signal }: CheckContext,
) {
  const values = placeholdersOf(testCase);
  const fill = (text: string) => fillPlaceholders(text, values);
  const env = checkEnvironment(base, {
    PERENNIAL_CASE: values.case,
    PERENNIAL_MODEL: values.model,
    PERENNIAL_TEMPLATE: values.template,
    ...Object.fromEntries(
      Object.entries(check.env).map(([name, value]) => [
        name,
        value === null ? null : fill(value),
      ]),
    ),
  });
  const run = () =>
    processes.run({
      run: check.run.map(fill),
      cwd: folder,
      env,
      log,
      timeoutSeconds: check.timeoutSeconds,
      signal,
    });
  return isCached(check)
    ? cache.run({ check, cwd: folder, env, install: run })
    : run();
}

function isCached(check: Check): check is Check & { cache: CheckCache } {
  return check.cache !== undefined;
}
