import type { Node } from 'web-tree-sitter';

/** A place between two lines, and the lines that go there. */
export interface Insertion {
  /** Number of the line that the new ones come before; the count of lines for the end. */
  row: number;
  lines: string[];
}

/** A file as its lines, each with its own line end. */
export class SourceLines {
  readonly #lines: string[];

  constructor(source: string) {
    this.#lines = source.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  }

  /** A line without its end. */
  text(row: number): string {
    return (this.#lines[row] ?? '').replace(/\r?\n$/, '');
  }

  /** The blanks that a line begins with. */
  indentation(row: number): string {
    return /^[ \t\f]*/.exec(this.text(row))?.[0] ?? '';
  }

  isBlank(row: number): boolean {
    return this.text(row).trim() === '';
  }

  /** No other code shares a line with a statement. */
  isAlone(statement: Node): boolean {
    const { row, column } = statement.startPosition;
    const before = this.text(row).slice(0, column);
    const end = statement.endPosition;
    const after = this.text(end.row).slice(end.column);
    return /^[\s\ufeff]*$/.test(before) && /^\s*(#.*)?$/.test(after);
  }

  /** The file with the lines added; every other byte stays as it is. */
  insert(insertions: Insertion[]): string {
    const lines = [...this.#lines];
    for (const { row, lines: added } of [...insertions].sort(
      (one, other) => other.row - one.row,
    )) {
      const end = this.#endNear(row);
      const last = row === lines.length && lines.length > 0;
      if (last && !lines[row - 1].endsWith('\n')) {
        // The last line ends the file without a line end: so does the new one.
        lines[row - 1] = [lines[row - 1], ...added].join(end);
      } else {
        lines.splice(row, 0, ...added.map(line => `${line}${end}`));
      }
    }
    return lines.join('');
  }

  /** The line end of the neighbourhood: a file may mix them. */
  #endNear(row: number): string {
    const neighbour =
      this.#lines
        .slice(0, row)
        .reverse()
        .find(line => line.endsWith('\n')) ??
      this.#lines.find(line => line.endsWith('\n'));
    return neighbour?.endsWith('\r\n') ? '\r\n' : '\n';
  }
}
