import type { InputError } from '@backstage/errors';
import { Lexer, type IToken } from 'chevrotain';
import { unreadable } from '../errors';
import { titleOf } from '../formats';
import type { JdlDocument } from './ast';
import { explain, type Mistake } from './explain';
import { JdlParser } from './JdlParser';
import { Documentation, Text, TOKENS } from './tokens';

/** Braces in braces that the parser goes into; applications have three. */
const MOST_DEPTH = 100;

const MEND = 'Mend the line, or leave the declaration out.';

function checkDepth(tokens: IToken[]): void {
  let depth = 0;
  for (const { image, startLine } of tokens) {
    if (image === '{') depth += 1;
    if (image === '}') depth -= 1;
    if (depth > MOST_DEPTH)
      throw unreadable(
        titleOf('jdl'),
        'It is nested too deeply',
        { line: startLine },
        MEND,
      );
  }
}

/** Why a text is no word at a place: most often what began there does not end. */
function unknownWord(text: string, offset: number): string {
  const rest = text.slice(offset, offset + 2);
  if (rest === '/*') return 'The comment that begins here never ends';
  if (rest.startsWith('/'))
    return 'The pattern that begins here does not end with "/" and a bracket in its line';
  if (rest.startsWith('"'))
    return 'The text that begins here does not end with a quote in its line';
  return `${JSON.stringify(rest.slice(0, 1))} is not expected here`;
}

function tokensOf(text: string): IToken[] {
  const { tokens, errors } = new Lexer(TOKENS, {
    positionTracking: 'full',
    recoveryEnabled: false,
  }).tokenize(text);
  const [error] = errors;
  if (error !== undefined) {
    throw unreadable(
      titleOf('jdl'),
      unknownWord(text, error.offset),
      { line: error.line, column: error.column },
      MEND,
    );
  }
  checkDepth(tokens);
  return withoutLastWord(tokens);
}

/** A documentation comment at the end of the file is about nothing. */
function withoutLastWord(tokens: IToken[]): IToken[] {
  const end = tokens.findLastIndex(
    ({ tokenType }) => tokenType !== Documentation,
  );
  return tokens.slice(0, end + 1);
}

/** A word in quotes, unless it has its own. */
function quoted({ image, tokenType }: IToken): string {
  return tokenType === Text ? image : JSON.stringify(image.slice(0, 40));
}

function listed(words: readonly string[]): string {
  const last = words[words.length - 1];
  return words.length > 1
    ? `${words.slice(0, -1).join(', ')} or ${last}`
    : last;
}

function mistakeError({ found, previous, expected }: Mistake): InputError {
  const what =
    found === undefined
      ? 'The text ends in the middle of a declaration'
      : `${quoted(found)} is not expected here`;
  const place =
    previous === undefined
      ? 'a declaration begins with'
      : `after ${quoted(previous)} comes`;
  // Where the text ends too early, there is no token to point at.
  const { startLine: line, startColumn: column } = found ?? previous ?? {};
  return unreadable(
    titleOf('jdl'),
    expected.length === 0 ? what : `${what}: ${place} ${listed(expected)}`,
    { line, column },
    MEND,
  );
}

/**
 * Parses a JDL file.
 *
 * @throws InputError with the place of a mistake
 */
export function parseJdl(text: string): JdlDocument {
  const tokens = tokensOf(text);
  const parser = new JdlParser();
  parser.input = tokens;
  const document = parser.document();
  const [error] = parser.errors;
  if (error === undefined) return document;
  const index = tokens.indexOf(error.token);
  throw mistakeError(
    explain(parser, tokens, index < 0 ? tokens.length : index),
  );
}
