import { Lexer, type IToken } from 'chevrotain';
import { unreadable } from '../errors';
import { titleOf } from '../formats';
import type { JdlDocument } from './ast';
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

function tokensOf(text: string): IToken[] {
  const { tokens, errors } = new Lexer(TOKENS, {
    positionTracking: 'full',
    recoveryEnabled: false,
  }).tokenize(text);
  const [error] = errors;
  if (error !== undefined) {
    throw unreadable(
      titleOf('jdl'),
      `${JSON.stringify(
        text.slice(error.offset, error.offset + 1),
      )} is not expected here`,
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
  // Where the text ends too early, there is no token to point at.
  const isEnd = !((error.token.startLine ?? NaN) >= 1);
  const last = tokens[tokens.length - 1];
  const { startLine, startColumn } =
    isEnd && last !== undefined ? last : error.token;
  const found =
    error.token.tokenType === Text
      ? error.token.image
      : JSON.stringify(error.token.image);
  throw unreadable(
    titleOf('jdl'),
    isEnd
      ? 'The text ends in the middle of a declaration'
      : `${found} is not expected here`,
    { line: startLine, column: startColumn },
    MEND,
  );
}
