import Table from 'cli-table3';
import type { CaseResult, CheckResult } from '../types';
import { optionsText, secondsText } from './text';

const NO_LINES = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '' },
  ...{ right: '', 'right-mid': '', middle: '  ' },
};

/** Case, options, what each check took, outcome. */
export function resultTable(results: CaseResult[]): string {
  const names = [
    ...new Set(results.flatMap(({ checks }) => checks.map(({ name }) => name))),
  ];
  const table = new Table({
    head: ['case', 'options', ...names, 'outcome'],
    chars: NO_LINES,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  for (const result of results) {
    table.push([
      result.testCase.name,
      optionsText(result.testCase.options),
      ...names.map(name =>
        cellText(result.checks.find(check => check.name === name)),
      ),
      result.sameAs ? `same as ${result.sameAs}` : result.outcome,
    ]);
  }
  return table
    .toString()
    .split('\n')
    .map(line => `${line.trimEnd()}\n`)
    .join('');
}

function cellText(check: CheckResult | undefined): string {
  if (check === undefined || check.outcome === 'not run') {
    return '-';
  }
  if (check.sameAs) {
    return `same as ${check.sameAs}`;
  }
  return check.outcome === 'passed'
    ? secondsText(check.seconds)
    : check.outcome;
}
