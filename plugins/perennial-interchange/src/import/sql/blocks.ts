import { Scanner } from './Scanner';
import { statementsOf, type Statement } from './statements';

/** Words of PL/pgSQL after which a statement begins. */
const OPENING = /^(?:BEGIN|THEN|ELSE|LOOP)$/i;

const DEFINING = /^(?:CREATE|ALTER)$/i;

/** Where a definition begins in a statement of PL/pgSQL: after IF … THEN, for instance. */
function definitionAt(text: string): number | undefined {
  const scanner = new Scanner(text);
  let isBeginning = true;
  for (let token = scanner.next(); token; token = scanner.next()) {
    const word = text.slice(token.start, token.end);
    if (isBeginning && DEFINING.test(word)) return token.start;
    isBeginning = OPENING.test(word);
  }
  return undefined;
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

/** Where the code of a DO block is in its text. */
function codeOf(text: string): { start: number; end: number } | undefined {
  const [, before, tag] = /^([^$]*)(\$\w*\$)/.exec(text) ?? [];
  if (before === undefined) return undefined;
  const start = before.length + tag.length;
  const end = text.indexOf(tag, start);
  return end < 0 ? undefined : { start, end };
}

/**
 * The definitions in a DO block. Tools wrap those for which there is no
 * IF NOT EXISTS, such as types and foreign keys, so that a script can run twice.
 */
export function* definitionsIn(
  script: string,
  block: Statement,
): Generator<Statement> {
  const text = script.slice(block.start, block.end);
  const code = codeOf(text);
  if (code === undefined) return;
  const line = block.line + countLines(text.slice(0, code.start));
  const body = text.slice(code.start, code.end);
  for (const statement of statementsOf(body)) {
    const piece = body.slice(statement.start, statement.end);
    const at = definitionAt(piece);
    if (at === undefined) continue;
    const [definition] = statementsOf(piece.slice(at));
    const offset = block.start + code.start + statement.start + at;
    yield {
      ...definition,
      start: offset + definition.start,
      end: offset + definition.end,
      line: line + statement.line - 1 + countLines(piece.slice(0, at)),
    };
  }
}
