import { curlLine } from '../http/curl';
import { CheckFailure } from './types';
import type { Check, CheckResult } from './types';

/**
 * Runs checks: lanes side by side, then the exclusive ones alone. Results come
 * back in the order of the checks.
 */
export async function runChecks(options: {
  checks: Check[];
  concurrency: number;
  onResult?: (result: CheckResult) => void;
}): Promise<CheckResult[]> {
  const results = new Map<Check, CheckResult>();
  const runOne = async (check: Check) => {
    const result = await runCheck(check);
    results.set(check, result);
    options.onResult?.(result);
  };

  const lanes = new Map<string, Check[]>();
  for (const check of options.checks) {
    if (!check.exclusive) {
      const lane = check.lane ?? `${check.group}/${check.entity ?? ''}`;
      lanes.set(lane, [...(lanes.get(lane) ?? []), check]);
    }
  }
  const waiting = [...lanes.values()];
  const worker = async () => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift()) {
      for (const check of lane) {
        await runOne(check);
      }
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));

  for (const check of options.checks) {
    if (check.exclusive) {
      await runOne(check);
    }
  }
  return options.checks.flatMap(check => results.get(check) ?? []);
}

async function runCheck(check: Check): Promise<CheckResult> {
  const started = Date.now();
  const about = { group: check.group, entity: check.entity, name: check.name };
  try {
    await check.run();
    return { ...about, status: 'pass', milliseconds: Date.now() - started };
  } catch (error) {
    return {
      ...about,
      ...described(error),
      milliseconds: Date.now() - started,
    };
  }
}

function described(
  error: unknown,
): Pick<CheckResult, 'status' | 'message' | 'expected' | 'received' | 'curl'> {
  if (error instanceof Error && error.name === 'SkipCheck') {
    return { status: 'skip', message: error.message };
  }
  if (error instanceof CheckFailure) {
    const { expected, received, exchange } = error.details;
    return {
      status: 'fail',
      message: error.message,
      expected,
      received,
      curl: exchange && curlLine(exchange),
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { status: 'fail', message: message || 'the request failed' };
}
