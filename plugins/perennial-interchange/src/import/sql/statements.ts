import { Scanner, type Token } from './Scanner';

/** A statement that defines something, or is noted. */
export interface Statement {
  /** Its first words in capitals: CREATE TABLE FILM. */
  head: string;
  start: number;
  end: number;
  /** From 1. */
  line: number;
  /** How deeply an expression in it can be nested, at most. */
  depth: number;
}

/** As many as say what a statement is about: CREATE OR REPLACE TEMPORARY VIEW a.b. */
const HEAD_TOKENS = 10;

/**
 * How deeply the expressions of a statement can be nested: each open bracket,
 * and each token since the last comma, can be one level.
 */
class Depth {
  most = 0;
  readonly #counts = [0];
  #total = 0;

  add(symbol: string): void {
    if (symbol === '(' || symbol === '[') {
      this.#counts.push(0);
    } else if (symbol === ')' || symbol === ']') {
      this.#total -= this.#counts.pop() ?? 0;
      if (this.#counts.length === 0) this.#counts.push(0);
    } else if (symbol === ',') {
      this.#total -= this.#counts.pop() ?? 0;
      this.#counts.push(0);
      return;
    }
    this.#counts[this.#counts.length - 1] += 1;
    this.#total += 1;
    this.most = Math.max(this.most, this.#total + this.#counts.length);
  }

  get isInside(): boolean {
    return this.#counts.length > 1;
  }
}

/** Goes past the rows that follow COPY … FROM stdin in a dump. */
function skipRows(scanner: Scanner): void {
  scanner.skipLine();
  const end = /^\\\.\r?$/gm;
  end.lastIndex = scanner.at;
  scanner.at = end.exec(scanner.text) ? end.lastIndex : scanner.text.length;
}

function readStatement(
  scanner: Scanner,
  first: Token,
  line: number,
): Statement {
  const { text } = scanner;
  const depth = new Depth();
  const head: string[] = [];
  let last = first;
  for (
    let token: Token | undefined = first;
    token !== undefined;
    token = scanner.next()
  ) {
    last = token;
    const piece = text.slice(
      token.start,
      Math.min(token.end, token.start + 64),
    );
    if (piece === ';' && !depth.isInside) break;
    depth.add(token.kind === 'symbol' ? piece : '');
    if (head.length < HEAD_TOKENS)
      head.push(token.kind === 'word' ? piece.toUpperCase() : piece);
  }
  return {
    head: head.join(' '),
    start: first.start,
    end: last.end,
    line,
    depth: depth.most,
  };
}

/**
 * The statements of a script or a dump. Rows of COPY and commands of psql,
 * which begin with a backslash, are none.
 */
export function* statementsOf(text: string): Generator<Statement> {
  const scanner = new Scanner(text);
  let [line, counted] = [1, 0];
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (text[token.start] === '\\') {
      scanner.skipLine();
      continue;
    }
    if (text[token.start] === ';') continue;
    line += text.slice(counted, token.start).split('\n').length - 1;
    counted = token.start;
    const statement = readStatement(scanner, token, line);
    yield statement;
    if (/^COPY .*\bFROM STDIN\b/.test(copyHead(text, statement)))
      skipRows(scanner);
  }
}

/** A COPY names all columns before it says where from. */
function copyHead(text: string, { head, start, end }: Statement): string {
  return head.startsWith('COPY ')
    ? text.slice(start, end).replace(/\s+/g, ' ').toUpperCase()
    : '';
}
