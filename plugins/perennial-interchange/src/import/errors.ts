import { InputError } from '@backstage/errors';

/** Where a parser stopped. Both count from 1. */
export interface SourcePosition {
  line?: number;
  column?: number;
}

const MOST_CHARACTERS = 300;

function placeOf({ line, column }: SourcePosition): string {
  if (line === undefined) return '';
  return column === undefined
    ? ` (line ${line})`
    : ` (line ${line}, column ${column})`;
}

/** A parser's words as a sentence of bearable length. */
function sentence(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const short =
    plain.length > MOST_CHARACTERS
      ? `${plain.slice(0, MOST_CHARACTERS)}…`
      : plain;
  return /[.!?…]$/.test(short) ? short : `${short}.`;
}

/**
 * The error for a source that its parser does not take: where, what the parser
 * says, and what to do.
 */
export function unreadable(
  title: string,
  reason: string,
  position: SourcePosition,
  mend: string,
): InputError {
  return new InputError(
    `The ${title} cannot be read${placeOf(position)}: ${sentence(
      reason,
    )} ${mend}`,
  );
}
