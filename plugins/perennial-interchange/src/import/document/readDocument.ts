import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
} from 'yaml';
import { unreadable } from '../errors';

/** A path from the top of a document. */
export type Pointer = readonly (string | number)[];

/** A document of JSON or YAML, and where its parts stand in the text. */
export interface SourceDocument {
  value: unknown;
  /** The line of what a pointer points at, or of the nearest thing around it. */
  lineOf(pointer: Pointer): number | undefined;
}

/** Lets anchors serve people and not bombs. */
const MAX_ALIASES = 100;

/** Longer ones take seconds to find lines in. */
const LONGEST_WITH_LINES = 512 * 1024;

function offsetOf(document: Document, pointer: Pointer): number | undefined {
  for (let length = pointer.length; length > 0; length--) {
    const parent = document.getIn(pointer.slice(0, length - 1), true);
    const last = pointer[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(last),
      );
      if (isScalar(pair?.key)) return pair.key.range?.[0];
    }
    const node = document.getIn(pointer.slice(0, length), true);
    if (isNode(node)) return node.range?.[0];
  }
  return undefined;
}

function parseYaml(text: string, title: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col: column } = lines.linePos(error.pos[0]);
    throw unreadable(title, error.message, { line, column }, 'Mend it there.');
  }
  return { document, lines };
}

function asJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/**
 * Reads JSON or YAML.
 *
 * @throws InputError with the line where it is neither
 */
export function readDocument(text: string, title: string): SourceDocument {
  const json = asJson(text);
  let parsed: ReturnType<typeof parseYaml> | undefined;
  // Most sources need no line, and JSON is read a hundred times faster without.
  const parse = () => {
    parsed ??= parseYaml(text, title);
    return parsed;
  };
  const value =
    json === undefined
      ? parse().document.toJS({ maxAliasCount: MAX_ALIASES })
      : json.value;
  return {
    value,
    lineOf(pointer) {
      if (json !== undefined && text.length > LONGEST_WITH_LINES)
        return undefined;
      const { document, lines } = parse();
      const offset = offsetOf(document, pointer);
      return offset === undefined ? undefined : lines.linePos(offset).line;
    },
  };
}
