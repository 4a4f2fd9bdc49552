/** A piece of SQL that is no white space and no comment. */
export interface Token {
  kind: 'word' | 'quoted' | 'text' | 'number' | 'symbol';
  start: number;
  end: number;
}

const SPACE = /\s+/y;
const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /[0-9][\w.]*/y;
const DOLLAR_QUOTE = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;

/**
 * Cuts SQL into tokens, as far as it takes to know where a statement ends.
 * Reading what it means is the parser's.
 */
export class Scanner {
  at = 0;

  constructor(readonly text: string) {}

  /** The next token, or undefined at the end. */
  next(): Token | undefined {
    this.#skipBlanks();
    const start = this.at;
    if (start >= this.text.length) return undefined;
    const kind = this.#read();
    return { kind, start, end: this.at };
  }

  /** Goes to the beginning of the next line. */
  skipLine(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end + 1;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  #skipBlanks(): void {
    for (;;) {
      this.#match(SPACE);
      if (this.text.startsWith('--', this.at)) this.skipLine();
      else if (this.text.startsWith('/*', this.at)) this.#skipComment();
      else return;
    }
  }

  /** PostgreSQL's comments nest. */
  #skipComment(): void {
    const edge = /\/\*|\*\//g;
    edge.lastIndex = this.at;
    let depth = 0;
    for (
      let found = edge.exec(this.text);
      found;
      found = edge.exec(this.text)
    ) {
      depth += found[0] === '/*' ? 1 : -1;
      if (depth > 0) continue;
      this.at = edge.lastIndex;
      return;
    }
    this.at = this.text.length;
  }

  #read(): Token['kind'] {
    const first = this.text[this.at];
    if (first === "'") {
      this.#skipQuoted("'", false);
      return 'text';
    }
    if (first === '"') {
      this.#skipQuoted('"', false);
      return 'quoted';
    }
    const tag = first === '$' ? this.#match(DOLLAR_QUOTE) : undefined;
    if (tag !== undefined) {
      const end = this.text.indexOf(tag, this.at);
      this.at = end < 0 ? this.text.length : end + tag.length;
      return 'text';
    }
    const word = this.#match(WORD);
    if (word !== undefined) {
      if (!/^e$/i.test(word) || this.text[this.at] !== "'") return 'word';
      this.#skipQuoted("'", true);
      return 'text';
    }
    if (this.#match(NUMBER) !== undefined) return 'number';
    this.at += 1;
    return 'symbol';
  }

  /** A doubled quote is one of the text; where there are escapes, so is one after a backslash. */
  #skipQuoted(quote: string, hasEscapes: boolean): void {
    const edge = hasEscapes ? /\\[^]|'/g : new RegExp(quote, 'g');
    edge.lastIndex = this.at + 1;
    for (
      let found = edge.exec(this.text);
      found;
      found = edge.exec(this.text)
    ) {
      if (found[0] !== quote) continue;
      if (this.text[edge.lastIndex] !== quote) {
        this.at = edge.lastIndex;
        return;
      }
      edge.lastIndex += 1;
    }
    this.at = this.text.length;
  }
}
