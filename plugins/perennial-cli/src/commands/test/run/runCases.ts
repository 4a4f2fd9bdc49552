import { rm } from 'node:fs/promises';
import PQueue from 'p-queue';
import type { CaseResult } from '../types';
import type { CaseContext, RunContext } from './CaseRun';
import type { PassedCases } from './PassedCases';
import { SharedChecks } from './SharedChecks';
import type { PreparedCase } from './prepareCases';
import { runCase } from './runCase';

/**
 * Runs cases, some at a time. Of those with the same files, the same model and
 * the same checks, the first stands for the others. One that waits for what
 * another does makes room for a third; whoever is first in the list goes first.
 */
export async function runCases(
  prepared: PreparedCase[],
  options: {
    jobs: number;
    /** Leave the folders of cases that have passed. */
    keep: boolean;
    /** Those of earlier runs, which are not run again. */
    passed?: PassedCases;
    context: RunContext;
  },
): Promise<CaseResult[]> {
  const { jobs, keep, passed, context } = options;
  const queue = new PQueue({ concurrency: jobs });
  const shared = new SharedChecks();
  const firsts = new Map<string, Promise<CaseResult>>();
  const finish = async (item: PreparedCase, result: CaseResult) => {
    context.progress.caseEnded(result);
    if (result.outcome !== 'failed' && !keep) {
      await removeCase(item);
    }
    return result;
  };
  const results = prepared.map((item, index) => {
    const identity = identityOf(item);
    const first = firsts.get(identity);
    if (first) {
      return first.then(other => finish(item, sameAs(item, other)));
    }
    const inTurn = <T>(work: () => Promise<T>) =>
      queue.add(work, { priority: -index });
    const result = runUnlessPassed(item, {
      ...context,
      shared,
      passed,
      inTurn,
    }).then(own => finish(item, own));
    firsts.set(identity, result);
    return result;
  });
  // Every case has come to its end, and its processes to theirs, before one's
  // error is passed on.
  const settled = await Promise.allSettled(results);
  context.signal?.throwIfAborted();
  return settled.map(result => {
    if (result.status === 'rejected') {
      throw result.reason;
    }
    return result.value;
  });
}

/** Removes what a case has left. */
async function removeCase(item: PreparedCase): Promise<void> {
  for (const folder of [item.folder, item.logs]) {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runUnlessPassed(
  item: PreparedCase,
  context: CaseContext,
): Promise<CaseResult> {
  const { passed } = context;
  if (passed?.has(item)) {
    return {
      testCase: item.testCase,
      outcome: 'passed',
      checks: item.checks.map(({ name }) => ({
        name,
        outcome: 'passed before',
        seconds: 0,
      })),
      seconds: 0,
    };
  }
  const result = await runCase(item, context);
  if (result.outcome === 'passed') {
    await passed?.add(item);
  }
  return result;
}

function identityOf({ testCase, checks, digest, problem }: PreparedCase) {
  return JSON.stringify([
    testCase.template.folder,
    testCase.model.file,
    digest,
    checks,
    problem === undefined ? '' : testCase.name,
  ]);
}

function sameAs({ testCase }: PreparedCase, first: CaseResult): CaseResult {
  return {
    testCase,
    outcome: first.outcome,
    checks: [],
    seconds: 0,
    sameAs: first.testCase.name,
  };
}
