import { InputError } from '@backstage/errors';
import { unreadable } from '../errors';
import type { Place } from '../build';
import { titleOf } from '../formats';
import { definitionsIn } from './blocks';
import { statementsOf, type Statement } from './statements';

/** Text of definitions that is parsed: hundreds of tables. It takes some seconds. */
const MOST_CHARACTERS = 2 * 1024 * 1024;

/** The parser has a small stack and does not guard it: at 500 it is sound, at 1,000 no more. */
const MOST_DEPTH = 400;

/** Statements that define what a model says. */
const READ =
  /^(?:CREATE (?:(?:GLOBAL|LOCAL|TEMPORARY|TEMP|UNLOGGED|FOREIGN) )*TABLE|CREATE (?:SCHEMA|TYPE|DOMAIN)|CREATE (?:UNIQUE )?INDEX|ALTER (?:FOREIGN )?TABLE|ALTER (?:TYPE|DOMAIN)|DROP (?:TABLE|TYPE|DOMAIN|INDEX)|COMMENT ON (?:TABLE|COLUMN)|(?:SET|RESET) (?:(?:LOCAL|SESSION) )?(?:SEARCH_PATH|SCHEMA)) /;

/** Statements of a kind that a service would do in its own way; their name is the last group. */
const NOTED =
  /^CREATE (?:OR REPLACE )?(?:(?:TEMP|TEMPORARY|RECURSIVE|CONSTRAINT|EVENT) )*(MATERIALIZED VIEW|VIEW|FUNCTION|PROCEDURE|TRIGGER|RULE|AGGREGATE|POLICY|OPERATOR|CAST) (?:IF NOT EXISTS )?(.{1,80})/;

/** What becomes of them. */
export const LEFT_TO_SERVICE =
  'It is left out: a model says what is kept, and code of the service does the rest.';

/** What scripts and dumps hold beside definitions. */
const SKIPPED =
  /^(?:ABORT|ALTER|ANALYZE|BEGIN|CALL|CHECKPOINT|CLUSTER|COMMENT|COMMIT|COPY|CREATE (?:ACCESS|COLLATION|CONVERSION|DATABASE|EXTENSION|GROUP|LANGUAGE|OR|PROCEDURAL|PUBLICATION|ROLE|SCHEMA|SEQUENCE|SERVER|STATISTICS|SUBSCRIPTION|TEMP|TEMPORARY|TEXT|TRANSFORM|TRUSTED|USER)|DELETE|DISCARD|DO|DROP|END|EXECUTE|GRANT|INSERT|LISTEN|LOCK|NOTIFY|PREPARE|REASSIGN|REFRESH|REINDEX|RESET|REVOKE|ROLLBACK|SECURITY|SELECT|SET|SHOW|START|TRUNCATE|UPDATE|VACUUM|WITH)\b/;

/** Statements that a model says nothing of. */
export interface NotedStatement extends Place {
  message: string;
}

/** A script with what is not read blanked out, so that lines stay where they were. */
export interface Script {
  text: string;
  noted: NotedStatement[];
}

function noteOf(statement: Statement): NotedStatement | undefined {
  const [, kind, rest = ''] = NOTED.exec(statement.head) ?? [];
  if (kind === undefined) return undefined;
  const name = rest
    .replace(/ ?([.]) ?/g, '$1')
    .split(/[ (]/)[0]
    .replace(/^public\.|"/gi, '');
  return {
    place: `${kind.toLowerCase()} ${name.toLowerCase()}`,
    line: statement.line,
    message: LEFT_TO_SERVICE,
  };
}

function checkDepth(statement: Statement): void {
  if (statement.depth <= MOST_DEPTH) return;
  throw unreadable(
    titleOf('sql'),
    'The statement has an expression that is too long or too deeply nested',
    { line: statement.line },
    'Shorten it, or leave the statement out.',
  );
}

/** The statements of a script, and those of the blocks of code that it runs. */
function* allStatements(text: string): Generator<Statement> {
  for (const statement of statementsOf(text)) {
    yield statement;
    if (statement.head.startsWith('DO ')) yield* definitionsIn(text, statement);
  }
}

/** The definitions of a script. What is neither known nor skipped goes to the parser, which says why it is wrong. */
export function readScript(text: string): Script {
  const noted: NotedStatement[] = [];
  const kept: string[] = [];
  let at = 0;
  for (const statement of allStatements(text)) {
    const note = noteOf(statement);
    if (note !== undefined) noted.push(note);
    const isRead =
      note === undefined &&
      (READ.test(`${statement.head} `) || !SKIPPED.test(statement.head));
    if (!isRead) continue;
    checkDepth(statement);
    kept.push(
      blank(text.slice(at, statement.start)),
      text.slice(statement.start, statement.end),
    );
    at = statement.end;
  }
  const script = kept.join('');
  if (script.replace(/\n/g, '').length > MOST_CHARACTERS) {
    throw new InputError(
      `The SQL has more than ${
        MOST_CHARACTERS / 1024 / 1024
      } MiB of definitions. Import fewer tables at once.`,
    );
  }
  return { text: script, noted };
}

/** White space of as many lines, which ends where the text did. */
function blank(text: string): string {
  const lines = text.split('\n');
  return (
    '\n'.repeat(lines.length - 1) +
    ' '.repeat(Math.min(lines[lines.length - 1].length, 200))
  );
}
