import type { WhitespaceOptions } from './types';
import { hoistMacros } from './hoistMacros';

/** Ends the text of one entity. Text that holds it is rendered entity by entity. */
const END = '\u0001';
/** Name of the list of entities in a batch's context. */
export const BATCH_VARIABLE = 'perennialBatch';
const MACRO = 'perennialFile';

const TAG = /\$\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
/**
 * What would see the difference between a file and the body of a macro: macros
 * (they do not see its `entity`), blocks, and whatever changes a value in place
 * (the next entity would see it).
 */
const UNSAFE =
  /macro|call|block|super|extends|include|import|cycler|joiner|perennial|push|pop|shift|splice|sort\s*\(|reverse\s*\(|fill|copyWithin|\.\s*(?:set|add|delete|clear|append|extend|insert|remove|update|setdefault)\b/;

/**
 * Nunjitsu parses a template each time that it renders it, which takes longer
 * than the rendering. So where it makes no difference to the text, one render
 * serves several entities: the file becomes the body of a macro that is called
 * for each of them. Returns undefined where it could make one.
 */
export function batchSource(
  text: string,
  indexes: number[],
  whitespace: WhitespaceOptions,
): string | undefined {
  const { trimBlocks = false, lstripBlocks = false } = whitespace;
  // Without trimBlocks, nothing would take the line break away again that a file
  // needs before it for lstripBlocks to see its first tag at the start of a line.
  if (indexes.length < 2 || (lstripBlocks && !trimBlocks)) {
    return undefined;
  }
  const parts = hoistMacros(text, { trimBlocks });
  if (!parts || !isBatchable(parts.body, { lstripBlocks })) {
    return undefined;
  }
  const start = trimBlocks ? '\n' : '';
  const calls = indexes
    .map(index => `\${{ ${MACRO}(${BATCH_VARIABLE}[${index}]) }}${END}`)
    .join('');
  return `${parts.macros}${END}{% macro ${MACRO}(entity) %}${start}${parts.body}{% endmacro %}${calls}`;
}

/** Takes the text of each entity apart; undefined where the text itself has an end mark. */
export function splitBatch(text: string, size: number): string[] | undefined {
  const parts = text.split(END);
  if (parts.length !== size + 2) {
    return undefined;
  }
  // What stands between the macros comes before each file.
  const [head, ...files] = parts;
  return files.slice(0, size).map(file => head + file);
}

function isBatchable(
  body: string,
  options: { lstripBlocks: boolean },
): boolean {
  if (options.lstripBlocks && /[ \t]$/.test(body)) {
    return false;
  }
  return (body.match(TAG) ?? []).every(
    tag => isWhole(tag) && !UNSAFE.test(tag),
  );
}

/** Whether a tag really ends where the pattern says: not in a text or an object. */
function isWhole(tag: string): boolean {
  return (
    count(tag, '{') === count(tag, '}') &&
    count(tag, '"') % 2 === 0 &&
    count(tag, "'") % 2 === 0
  );
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
