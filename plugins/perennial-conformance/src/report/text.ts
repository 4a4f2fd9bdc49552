import type { CheckResult, Report } from '../runner/types';

const MOST_FAILURES = 200;

/** A check as one line. */
export function title(result: CheckResult): string {
  return [result.group, result.entity, result.name]
    .filter(part => part !== undefined)
    .join(' › ');
}

/** A failed check with all that is needed to see it again. */
export function failureText(result: CheckResult): string {
  const lines = [`✗ ${title(result)}`];
  const add = (label: string, text: string | undefined) => {
    if (text !== undefined) {
      lines.push(`    ${label}${text.replace(/\n/g, '\n      ')}`);
    }
  };
  add('', result.message);
  add('expected: ', result.expected);
  add('received: ', result.received);
  add('', result.curl);
  return lines.join('\n');
}

/** The whole report for a person: groups, failures, counts. */
export function reportText(report: Report): string {
  const groups = new Map<string, CheckResult[]>();
  for (const result of report.results) {
    groups.set(result.group, [...(groups.get(result.group) ?? []), result]);
  }
  const counts = (results: CheckResult[]) => {
    const count = (status: CheckResult['status']) =>
      results.filter(result => result.status === status).length;
    return [
      `${count('pass')} passed`,
      ...(count('fail') > 0 ? [`${count('fail')} failed`] : []),
      ...(count('skip') > 0 ? [`${count('skip')} skipped`] : []),
    ].join(', ');
  };
  const failures = report.results.filter(result => result.status === 'fail');
  const skipped = new Map<string, number>();
  for (const result of report.results) {
    if (result.status === 'skip') {
      const reason = result.message ?? '';
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    }
  }
  const lines = [
    ...[...groups].map(
      ([group, results]) => `${group.padEnd(14)} ${counts(results)}`,
    ),
    '',
    ...failures.slice(0, MOST_FAILURES).flatMap(one => [failureText(one), '']),
    ...(failures.length > MOST_FAILURES
      ? [`… and ${failures.length - MOST_FAILURES} more failures`, '']
      : []),
    ...[...skipped].map(([reason, count]) => `skipped ${count}: ${reason}`),
    ...(report.leftovers.length > 0
      ? [
          `left behind: ${
            report.leftovers.length
          } rows that could not be deleted (${report.leftovers
            .slice(0, 3)
            .join(', ')})`,
        ]
      : []),
    `${report.passed} passed, ${report.failed} failed, ${
      report.skipped
    } skipped; ${report.requests} requests in ${(
      report.milliseconds / 1000
    ).toFixed(1)} s; seed ${report.seed}`,
  ];
  return lines.join('\n');
}
