import type { CaseResult, CheckResult } from '../types';
import { type CaseContext, CaseRun, isFailure } from './CaseRun';
import type { PreparedCase } from './prepareCases';

/** Runs the checks of a case one after the other; the first that fails ends it. */
export async function runCase(
  prepared: PreparedCase,
  context: CaseContext,
): Promise<CaseResult> {
  const { testCase, problem } = prepared;
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
  const checks = await new CaseRun(prepared, context).run();
  return {
    testCase,
    outcome: outcomeOf(checks),
    checks,
    seconds: checks.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

function outcomeOf(results: CheckResult[]): CaseResult['outcome'] {
  if (results.length === 0) {
    return 'skipped';
  }
  return results.some(isFailure) ? 'failed' : 'passed';
}
