import { InputError } from '@backstage/errors';
import { caseText } from '../report/text';
import type { TestCase } from '../types';

/** The cases whose line holds one of the patterns; all where there is none. */
export function selectCases(cases: TestCase[], patterns: string[]): TestCase[] {
  requireUnique(cases);
  if (patterns.length === 0) {
    return cases;
  }
  const selected = cases.filter(testCase =>
    patterns.some(pattern => holds(caseText(testCase), pattern)),
  );
  if (selected.length === 0) {
    throw new InputError(
      `--only ${patterns.join(', ')}: none of the ${
        cases.length
      } cases is called so. Run with --list to see them.`,
    );
  }
  return selected;
}

/** `*` stands for anything. */
function holds(text: string, pattern: string): boolean {
  let position = 0;
  return pattern.split('*').every(part => {
    const found = text.indexOf(part, position);
    position = found + part.length;
    return found !== -1;
  });
}

function requireUnique(cases: TestCase[]): void {
  const seen = new Map<string, TestCase>();
  for (const testCase of cases) {
    const other = seen.get(testCase.name);
    if (other) {
      throw new InputError(
        `Two cases would be called ${testCase.name}: those of ${other.template.folder} and of ${testCase.template.folder}. Test these templates one by one.`,
      );
    }
    seen.set(testCase.name, testCase);
  }
}
