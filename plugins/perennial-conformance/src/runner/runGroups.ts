import { closeConnections } from '../http/transport';
import { runChecks } from './runChecks';
import type { Check, CheckResult, Report } from './types';

const DEFAULT_CONCURRENCY = 4;

/** What a run counts, whatever else its checks work with. */
interface CountedSuite {
  seed: number;
  traffic: { readonly requests: number };
  leftovers: ReadonlySet<string>;
}

/** Runs groups of checks over a suite, and reports what they found. */
export async function runGroups<Suite extends CountedSuite>(options: {
  baseUrl: string;
  suite: Suite;
  groups: readonly { checks(suite: Suite): Check[] }[];
  /** When the run began: milliseconds since the epoch. */
  started: number;
  concurrency?: number;
  onResult?: (result: CheckResult) => void;
  /** Takes away what outlasts the single checks. */
  cleanUp?: () => Promise<void>;
}): Promise<Report> {
  const { baseUrl, suite, groups, started, concurrency, onResult } = options;
  try {
    const results = await runChecks({
      checks: groups.flatMap(group => group.checks(suite)),
      concurrency: concurrency ?? DEFAULT_CONCURRENCY,
      onResult,
    });
    await options.cleanUp?.();
    const count = (status: CheckResult['status']) =>
      results.filter(result => result.status === status).length;
    return {
      baseUrl,
      seed: suite.seed,
      passed: count('pass'),
      failed: count('fail'),
      skipped: count('skip'),
      requests: suite.traffic.requests,
      milliseconds: Date.now() - started,
      leftovers: [...suite.leftovers],
      results,
    };
  } finally {
    closeConnections();
  }
}
