import type { Node } from 'web-tree-sitter';
import { Registrar, registrationCalls } from './factory';
import { Insertion, SourceLines } from './lines';
import { descendantsOf, lineOf, statementsOf } from './python';
import { Undecidable } from './types';

const LEAVES = ['return_statement', 'raise_statement'];
/** After these, a formatter wants an empty line. */
const DEFINITIONS = [
  'function_definition',
  'class_definition',
  'decorated_definition',
];

/**
 * Finds the line for a registration: after the last one that is reached on
 * every way through the function, else after the conditions and loops that hold
 * some, else before the first way out.
 */
export function placeRegistration(
  registrar: Registrar,
  source: SourceLines,
  line: string,
): Insertion {
  const statements = unconditional(registrar.body);
  const made = statements.findLastIndex(it => assigns(it, registrar.app));
  const anchor =
    statements.findLast(it => isRegistration(it, registrar.app)) ??
    holderOfSome(statements, registrar.app);
  if (anchor) {
    return after(anchor, source, line);
  }
  const exit = statements.findIndex((it, index) => index > made && leaves(it));
  if (exit < 0) {
    const last = statements[statements.length - 1];
    if (leaves(last)) {
      throw new Undecidable(
        `the application is made and handed back within one statement, in line ${lineOf(
          last,
        )}`,
      );
    }
    return after(last, source, line);
  }
  return before(statements[exit], source, line);
}

/** The statements of a body that are always reached; those of `with` are among them. */
function unconditional(block: Node): Node[] {
  return statementsOf(block).flatMap(statement => {
    const inner =
      statement.type === 'with_statement'
        ? statement.childForFieldName('body')
        : null;
    return inner ? unconditional(inner) : [statement];
  });
}

function isRegistration(statement: Node, app: string): boolean {
  const [expression] = statementsOf(statement);
  return (
    statement.type === 'expression_statement' &&
    expression?.type === 'call' &&
    registersIn(expression.parent ?? expression, app)
  );
}

function registersIn(node: Node, app: string): boolean {
  return registrationCalls(node, { ownScope: true }).some(
    ({ receiver }) => receiver === app,
  );
}

/** The last condition or loop that registers something, unless a way out leads through it. */
function holderOfSome(statements: Node[], app: string): Node | undefined {
  return statements.findLast(
    it => !DEFINITIONS.includes(it.type) && registersIn(it, app) && !leaves(it),
  );
}

function leaves(statement: Node): boolean {
  return (
    LEAVES.includes(statement.type) ||
    (!DEFINITIONS.includes(statement.type) &&
      descendantsOf(statement, LEAVES, { ownScope: true }).length > 0)
  );
}

function assigns(statement: Node, variable: string): boolean {
  return descendantsOf(statement, ['assignment', 'named_expression'], {
    ownScope: true,
  }).some(
    it =>
      (it.childForFieldName('left') ?? it.childForFieldName('name'))?.text ===
      variable,
  );
}

function after(statement: Node, source: SourceLines, line: string): Insertion {
  demandAlone(statement, source);
  const indented = source.indentation(statement.startPosition.row) + line;
  return {
    row: statement.endPosition.row + 1,
    lines: DEFINITIONS.includes(statement.type) ? ['', indented] : [indented],
  };
}

/**
 * The line before a way out: right after what comes before it, so that an
 * empty line between them stays where it is.
 */
function before(statement: Node, source: SourceLines, line: string): Insertion {
  const previous = statementsOf(statement.parent ?? statement).findLast(
    it => it.endIndex <= statement.startIndex,
  );
  if (previous) {
    return after(previous, source, line);
  }
  demandAlone(statement, source);
  const { row } = statement.startPosition;
  return { row, lines: [source.indentation(row) + line] };
}

function demandAlone(statement: Node, source: SourceLines): void {
  if (!source.isAlone(statement)) {
    throw new Undecidable(
      `the place for the registration shares line ${lineOf(
        statement,
      )} with other code`,
    );
  }
}
