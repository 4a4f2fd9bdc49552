import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type Pair,
} from 'yaml';

/** A piece of the text, from inclusive, to exclusive. */
export interface TextRange {
  from: number;
  to: number;
}

/**
 * The piece of text that a pointer into the model is about.
 *
 * A value is marked itself; a mapping or a list by its key, or, as an item of a
 * list, by its first line, so that a problem of an entity does not paint the
 * whole entity red. Where the pointer names something that is missing, its
 * nearest parent is marked.
 */
export function locate(options: {
  document: Document;
  text: string;
  pointer: readonly (string | number)[];
}): TextRange {
  const { document, text, pointer } = options;
  let node: unknown = document.contents;
  let range: TextRange = firstLine(text, startOf(node) ?? 0);

  for (const segment of pointer) {
    const container = isAlias(node) ? node.resolve(document) : node;
    if (isMap(container)) {
      const pair = container.items.find(item => keyOf(item) === `${segment}`);
      if (!pair) {
        break;
      }
      node = pair.value;
      range = rangeOfPair(pair) ?? range;
    } else if (isSeq(container)) {
      const item = container.items[Number(segment)];
      const start = startOf(item);
      if (start === undefined) {
        break;
      }
      node = item;
      range = rangeOfScalar(item) ?? firstLine(text, start);
    } else {
      break;
    }
  }
  return range;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? `${pair.key.value}` : `${pair.key}`;
}

function rangeOfPair(pair: Pair): TextRange | undefined {
  return rangeOfScalar(pair.value) ?? rangeOfScalar(pair.key);
}

function rangeOfScalar(node: unknown): TextRange | undefined {
  const range = isScalar(node) ? node.range : undefined;
  return range && range[1] > range[0]
    ? { from: range[0], to: range[1] }
    : undefined;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | undefined)?.range?.[0];
}

function firstLine(text: string, from: number): TextRange {
  const end = text.indexOf('\n', from);
  return { from, to: Math.max(from, end === -1 ? text.length : end) };
}
