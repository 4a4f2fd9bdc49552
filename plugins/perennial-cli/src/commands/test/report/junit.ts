import builder from 'junit-report-builder';
import type { CaseResult, CheckResult } from '../types';

/** What XML 1.0 has no place for, even as a reference. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The results as JUnit's XML, which CI systems show: a suite for each case. */
export function junitText(results: CaseResult[]): string {
  const report = builder.newBuilder().name('perennial test');
  for (const result of results) {
    const { name, model, options } = result.testCase;
    const suite = report.testSuite().name(name).time(result.seconds);
    suite.property('model', model.name);
    for (const [option, value] of Object.entries(options)) {
      suite.property(option, `${value}`);
    }
    for (const check of result.checks) {
      addCheck(suite.testCase().className(name).name(check.name), check);
    }
    if (result.sameAs) {
      suite
        .testCase()
        .className(name)
        .name(`same as ${result.sameAs}`)
        .skipped();
    }
  }
  return report.build();
}

function addCheck(
  target: ReturnType<typeof builder.testCase>,
  check: CheckResult,
): void {
  target.time(check.seconds);
  switch (check.outcome) {
    case 'failed':
    case 'timed out':
      target.failure(inXml(check.message ?? check.outcome), check.outcome);
      target.standardError(inXml(check.tail ?? ''));
      break;
    case 'not run':
    case 'not needed':
      target.skipped();
      break;
    default:
      if (check.sameAs) {
        target.standardOutput(`same as ${check.sameAs}`);
      } else if (check.outcome === 'cached') {
        target.standardOutput('put back from the cache');
      } else if (check.outcome === 'passed before') {
        target.standardOutput('passed before, on the same inputs');
      }
  }
}

function inXml(text: string): string {
  return text.replace(NOT_IN_XML, '\ufffd');
}
