import { DEFAULT_MAX_LENGTH } from '../model/limits';
import type { ItemsDocument } from '../model/types';
import { isPattern, parsePattern, patternSteps } from '../pattern';
import type { Pointer, ProblemList } from './problems';

/** Steps that a backtracking matcher may take for one value: some milliseconds. */
const MAX_STEPS = 50_000_000;

/** Checks that a pattern is portable and cannot hold up the service. */
export function checkPattern(
  field: ItemsDocument,
  at: Pointer,
  problems: ProblemList,
): void {
  if (field.pattern === undefined) return;
  const place = [...at, 'pattern'];
  const pattern = parsePattern(field.pattern);
  if (!isPattern(pattern)) {
    problems.add(place, pattern.message, pattern.mend);
    return;
  }
  const maxLength =
    field.maxLength ??
    (field.type === 'text'
      ? DEFAULT_MAX_LENGTH.text
      : DEFAULT_MAX_LENGTH.string);
  const steps = patternSteps(pattern, maxLength);
  if (steps <= MAX_STEPS) return;
  problems.add(
    place,
    Number.isFinite(steps)
      ? `The pattern would hold up the service: a text of ${maxLength} characters can take it some ${steps.toExponential(
          0,
        )} steps.`
      : 'The pattern would hold up the service: the same text can match in too many ways.',
    'Anchor it with ^ and $, lower maxLength, and let no two repetitions that follow or hold each other take the same character.',
  );
}
