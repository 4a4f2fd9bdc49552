import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import type { InstallCache } from '../cache/InstallCache';
import type { ProcessGroups } from '../checks/ProcessGroups';
import { checkEnvironment } from '../checks/environment';
import {
  type PlaceholderValues,
  fillPlaceholders,
} from '../checks/placeholders';
import { tailOf } from '../report/tail';
import type { TestProgress } from '../report/TestProgress';
import type { CaseResult, Check, CheckCache, CheckResult } from '../types';
import type { PreparedCase } from './prepareCases';

/** What the cases of a run share. */
export interface RunContext {
  cache: InstallCache;
  processes: ProcessGroups;
  progress: TestProgress;
  env: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

/** Runs the checks of a case one after the other; the first that fails ends it. */
export async function runCase(
  prepared: PreparedCase,
  context: RunContext,
): Promise<CaseResult> {
  const { testCase, checks, problem } = prepared;
  const began = Date.now();
  if (problem !== undefined) {
    return {
      testCase,
      outcome: 'failed',
      checks: [
        { name: 'render', outcome: 'failed', seconds: 0, message: problem },
      ],
      seconds: 0,
    };
  }
  const results: CheckResult[] = [];
  let hasFailed = false;
  for (const check of checks) {
    context.progress.checkStarted(testCase, check.name);
    const result: CheckResult = hasFailed
      ? { name: check.name, outcome: 'not run', seconds: 0 }
      : await runCheck(check, prepared, context);
    hasFailed ||= isFailure(result);
    results.push(result);
    context.progress.checkEnded(testCase, result);
  }
  return {
    testCase,
    outcome: outcomeOf(results),
    checks: results,
    seconds: secondsSince(began),
  };
}

async function runCheck(
  check: Check,
  prepared: PreparedCase,
  context: RunContext,
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
  const seconds = secondsSince(began);
  return result.outcome === 'failed' || result.outcome === 'timed out'
    ? { name: check.name, ...result, seconds, log, tail: await tailOf(log) }
    : { name: check.name, ...result, seconds, log };
}

function execute(
  check: Check,
  { testCase, folder }: PreparedCase,
  log: string,
  { cache, processes, env: base, signal }: RunContext,
) {
  const values: PlaceholderValues = {
    template: testCase.template.folder,
    model: testCase.model.file,
    case: testCase.name,
  };
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

export function isFailure({ outcome }: CheckResult): boolean {
  return outcome === 'failed' || outcome === 'timed out';
}

function outcomeOf(results: CheckResult[]): CaseResult['outcome'] {
  if (results.length === 0) {
    return 'skipped';
  }
  return results.some(isFailure) ? 'failed' : 'passed';
}

function secondsSince(began: number): number {
  return (Date.now() - began) / 1000;
}
