import {
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
} from 'yaml';
import { MAX_MODEL_BYTES } from '../model/limits';
import { ProblemList, type Pointer } from './problems';

/** A document read from text, and where each of its values stands there. */
export interface ModelText {
  value: unknown;
  locate(pointer: Pointer): { line: number; column: number } | undefined;
}

/** Lets YAML's anchors serve people and not bombs. */
const MAX_ALIASES = 100;

function offsetOf(document: Document, pointer: Pointer): number | undefined {
  for (let length = pointer.length; length >= 0; length--) {
    const path = pointer.slice(0, length);
    const parent =
      length > 0 ? document.getIn(path.slice(0, -1), true) : undefined;
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(
        item => isScalar(item.key) && item.key.value === last,
      );
      if (pair !== undefined && isScalar(pair.key) && pair.key.range)
        return pair.key.range[0];
    }
    const node = document.getIn(path, true);
    if (
      typeof node === 'object' &&
      node !== null &&
      'range' in node &&
      Array.isArray(node.range)
    ) {
      return node.range[0] as number;
    }
  }
  return undefined;
}

/**
 * Reads YAML or JSON text.
 *
 * @returns undefined where problems were added
 */
export function readText(
  text: string,
  problems: ProblemList,
): ModelText | undefined {
  if (text.length > MAX_MODEL_BYTES) {
    problems.add(
      [],
      `The model is larger than ${MAX_MODEL_BYTES / 1024} KiB.`,
      'Split it into several services.',
    );
    return undefined;
  }
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      version: '1.2',
      schema: 'core',
    });
    if (document.errors.some(error => /call stack/.test(error.message))) {
      problems.add(
        [],
        'The YAML is nested too deeply to be read.',
        'Write it flatter.',
      );
      return undefined;
    }
    for (const error of document.errors.slice(0, 10)) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      problems.add(
        [],
        `The YAML cannot be read: ${error.message}.`.replace(/\.\.$/, '.'),
        `Mend line ${line}, column ${col}.`,
      );
      Object.assign(problems.problems[problems.problems.length - 1], {
        line,
        column: col,
      });
      if (problems.isFull) break;
    }
    if (document.errors.length > 0) return undefined;
    return {
      value: document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown,
      locate(pointer) {
        const offset = offsetOf(document, pointer);
        if (offset === undefined) return undefined;
        const { line, col } = lineCounter.linePos(offset);
        return { line, column: col };
      },
    };
  } catch (error) {
    // Too many aliases, an alias to nothing, or nesting that exhausts the stack.
    const reason = error instanceof Error ? error.message : String(error);
    problems.add(
      [],
      `The YAML cannot be read: ${reason}.`,
      'Write it flatter and without aliases.',
    );
    return undefined;
  }
}
