import type { CheckResult, Report } from '../runner/types';
import { failureText } from './text';

/** The report as JUnit's XML, which CI systems show. */
export function junitText(report: Report): string {
  const groups = new Map<string, CheckResult[]>();
  for (const result of report.results) {
    groups.set(result.group, [...(groups.get(result.group) ?? []), result]);
  }
  const suites = [...groups].map(([group, results]) => {
    const count = (status: CheckResult['status']) =>
      results.filter(result => result.status === status).length;
    const attributes = [
      `name="${escaped(group)}"`,
      `tests="${results.length}"`,
      `failures="${count('fail')}"`,
      `skipped="${count('skip')}"`,
    ].join(' ');
    return `  <testsuite ${attributes}>\n${results
      .map(testCase)
      .join('\n')}\n  </testsuite>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="conformance" tests="${
      report.results.length
    }" failures="${report.failed}" time="${report.milliseconds / 1000}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(result: CheckResult): string {
  const attributes = [
    `classname="${escaped(
      [result.group, result.entity].filter(Boolean).join('.'),
    )}"`,
    `name="${escaped(result.name)}"`,
    `time="${result.milliseconds / 1000}"`,
  ].join(' ');
  switch (result.status) {
    case 'fail':
      return `    <testcase ${attributes}><failure message="${escaped(
        result.message ?? '',
      )}">${escaped(failureText(result))}</failure></testcase>`;
    case 'skip':
      return `    <testcase ${attributes}><skipped message="${escaped(
        result.message ?? '',
      )}"/></testcase>`;
    default:
      return `    <testcase ${attributes}/>`;
  }
}

function escaped(text: string): string {
  return (
    text
      // XML 1.0 has no place for most control characters.
      .replace(
        /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
        '\ufffd',
      )
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}
