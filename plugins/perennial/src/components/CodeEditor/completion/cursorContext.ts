/** Where a cursor stands in a YAML text that is being written, and so may not be YAML. */
export interface CursorContext {
  /** The way to the mapping around the cursor; `[]` is an item of a list. */
  path: readonly string[];
  /** The key whose value the cursor is in; without it, a key is being written. */
  key?: string;
  /** Keys that the mapping has besides. */
  present: readonly string[];
  /** Where the word at the cursor begins. */
  from: number;
}

interface Line {
  /** Column of the first `-`, where the line starts an item. */
  dash?: number;
  /** Column of what follows the dashes. */
  column: number;
  key?: string;
  rest: string;
}

const KEY = /^(['"]?)([A-Za-z_][\w-]*)\1\s*:(?=\s|$)\s*/;
const WORD = /[\w-]*$/;

/** Reads the lines around a cursor by their indentation; undefined within a comment. */
export function cursorContext(
  text: string,
  position: number,
): CursorContext | undefined {
  const before = text.slice(0, position);
  const lineStart = before.lastIndexOf('\n') + 1;
  const typed = before.slice(lineStart);
  if (/(^|\s)#/.test(typed)) {
    return undefined;
  }
  const from = position - (WORD.exec(typed)?.[0].length ?? 0);
  const lines = text.split('\n');
  const index = before.split('\n').length - 1;
  const brace = openBrace(typed);
  if (brace !== undefined) {
    const outer = readLine(typed.slice(0, brace));
    return inFlow({
      typed: typed.slice(brace + 1),
      after: lines[index].slice(typed.length),
      path: [
        ...pathOf(lines, index, outer),
        ...(outer.key === undefined ? [] : [outer.key]),
        ...(typed[brace - 1] === '[' ? ['[]'] : []),
      ],
      from,
    });
  }
  const line = readLine(typed);
  return {
    path: pathOf(lines, index, line),
    key: line.key,
    present: siblings(lines, index, line.column),
    from,
  };
}

/** Column of the last `{` that is still open. */
function openBrace(typed: string): number | undefined {
  const open: number[] = [];
  for (const match of typed.matchAll(/[{}]/g)) {
    if (match[0] === '{') {
      open.push(match.index);
    } else {
      open.pop();
    }
  }
  return open.pop();
}

function inFlow(options: {
  typed: string;
  after: string;
  path: string[];
  from: number;
}): CursorContext {
  const { typed, after, path, from } = options;
  const parts = typed.split(',');
  const current = KEY.exec(parts[parts.length - 1].trimStart());
  const others = [...parts.slice(0, -1), ...after.split('}')[0].split(',')];
  return {
    path,
    key: current?.[2],
    present: others.flatMap(part => KEY.exec(part.trim())?.[2] ?? []),
    from,
  };
}

function readLine(text: string): Line {
  const [blank] = /^\s*/.exec(text) ?? [''];
  let column = blank.length;
  let dash: number | undefined;
  let rest = text.slice(column);
  for (let item = /^-(\s+|$)/.exec(rest); item; item = /^-(\s+|$)/.exec(rest)) {
    dash ??= column;
    column += Math.max(item[0].length, 2);
    rest = rest.slice(item[0].length);
  }
  const key = KEY.exec(rest);
  return {
    dash,
    column,
    key: key?.[2],
    rest: rest.slice(key?.[0].length ?? 0),
  };
}

/** The way from the document to the mapping that a line is in. */
function pathOf(lines: readonly string[], index: number, line: Line): string[] {
  const path: string[] = [];
  let { column } = line;
  if (line.dash !== undefined) {
    path.unshift('[]');
    column = line.dash + 1;
  }
  for (let at = index - 1; at >= 0 && column > 0; at -= 1) {
    const above = readLine(lines[at]);
    if (lines[at].trim() === '' || lines[at].trim().startsWith('#')) {
      continue;
    }
    const isParent = above.column < column && above.key !== undefined;
    if (isParent && above.rest === '') {
      path.unshift(above.key ?? '');
      column = above.column;
    }
    // The item that the parent, or a key before this one, has started.
    if (above.dash !== undefined && above.column <= column) {
      path.unshift('[]');
      column = above.dash + 1;
    }
  }
  return path;
}

/** The keys of the same mapping above and below a line. */
function siblings(
  lines: readonly string[],
  index: number,
  column: number,
): string[] {
  const keys: string[] = [];
  const isDone = (at: number, step: 1 | -1): boolean => {
    const line = readLine(lines[at]);
    if (lines[at].trim() === '' || lines[at].trim().startsWith('#')) {
      return false;
    }
    if (
      line.column < column ||
      (step === 1 && line.dash !== undefined && line.dash < column)
    ) {
      return true;
    }
    if (line.column === column && line.key !== undefined) {
      keys.push(line.key);
    }
    return (
      line.dash !== undefined && line.dash < column && line.column === column
    );
  };
  const own = readLine(lines[index]);
  if (own.dash === undefined) {
    for (let at = index - 1; at >= 0 && !isDone(at, -1); at -= 1);
  }
  for (let at = index + 1; at < lines.length && !isDone(at, 1); at += 1);
  return keys;
}
