import type { DraftContent, DraftProblem } from '../../draft/DraftContent';
import { locate } from '../../draft/locate';
import type { TextMark } from '../CodeEditor';

/** Where the text says what the problems are about, in its order. */
export function placeProblems(
  content: DraftContent,
  problems: readonly DraftProblem[],
): readonly TextMark[] {
  const { document, text, textProblems } = content;
  const marks = textProblems.map(({ from, to, message, mend }) => ({
    from,
    to,
    message: `${message} ${mend}`,
  }));
  const placed = document
    ? problems.map(({ pointer, message, mend }) => ({
        ...locate({ document, text, pointer }),
        message: `${message} ${mend}`,
      }))
    : [];
  return [...marks, ...placed].sort((one, other) => one.from - other.from);
}
