import { EXIT, type CommandResult } from '../../../types';
import type { CaseResult, TestCase } from '../types';
import { resultTable } from './table';
import { caseText } from './text';

/** What `--list` prints. */
export function listing(cases: TestCase[]): CommandResult {
  return {
    summary: cases.map(testCase => `${caseText(testCase)}\n`).join(''),
    report: { cases: cases.map(describe) },
  };
}

/** The table and the sums at the end of a run. */
export function summarize(results: CaseResult[]): CommandResult {
  const count = (outcome: CaseResult['outcome']) =>
    results.filter(result => result.outcome === outcome).length;
  const counts = {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
  };
  const sums = Object.entries(counts)
    .map(([outcome, number]) => `${number} ${outcome}`)
    .join(', ');
  return {
    summary: `\n${resultTable(results)}\n${sums}\n`,
    report: {
      ...counts,
      cases: results.map(({ testCase, outcome, sameAs, seconds, checks }) => ({
        ...describe(testCase),
        outcome,
        sameAs,
        seconds,
        checks,
      })),
    },
    exitCode: counts.failed > 0 ? EXIT.failed : EXIT.done,
  };
}

function describe({ name, template, model, options }: TestCase) {
  return {
    name,
    template: template.document.metadata.name,
    model: model.name,
    options,
  };
}
