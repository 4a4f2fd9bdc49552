/** Ends the text of one entity. Text that holds it is rendered entity by entity. */
const END = '\u0001';
/** Name of the list of entities in a batch's context. */
export const BATCH_VARIABLE = 'perennialBatch';
const MACRO = 'perennialFile';

const TAGS = /\$\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
/**
 * What would see the difference between a file and the body of a macro: macros
 * (they do not see its `entity`), blocks, and whatever changes a value in place
 * (the next entity would see it).
 */
const UNSAFE =
  /macro|call|block|super|extends|include|import|cycler|joiner|perennial|push|pop|shift|splice|sort\s*\(|reverse\s*\(|fill|copyWithin|\.\s*(?:set|add|delete|clear|append|extend|insert|remove|update|setdefault|popitem)\b/;

/** @internal */
export interface BatchWhitespace {
  trimBlocks?: boolean;
  lstripBlocks?: boolean;
}

/**
 * Nunjitsu parses a template each time that it renders it, which takes longer
 * than the rendering. So where it makes no difference to the text, one render
 * serves several entities: the file becomes the body of a macro that is called
 * for each of them. Returns undefined where it could make one.
 */
export function batchSource(
  text: string,
  indexes: number[],
  whitespace: BatchWhitespace,
): string | undefined {
  if (indexes.length < 2 || !isBatchable(text, whitespace)) {
    return undefined;
  }
  // The file must start on a line of its own, or its first tag would keep its
  // indentation. trimBlocks takes the line break away again.
  const start = whitespace.trimBlocks ? '\n' : '';
  const calls = indexes.map(
    index => `\${{ ${MACRO}(${BATCH_VARIABLE}[${index}]) }}${END}`,
  );
  return `{% macro ${MACRO}(entity) %}${start}${text}{% endmacro %}${calls.join(
    '',
  )}`;
}

/** Takes the text of each entity apart; undefined where the text itself has an end mark. */
export function splitBatch(text: string, count: number): string[] | undefined {
  const parts = text.split(END);
  return parts.length === count + 1 ? parts.slice(0, count) : undefined;
}

function isBatchable(text: string, whitespace: BatchWhitespace): boolean {
  const { trimBlocks = false, lstripBlocks = false } = whitespace;
  if (lstripBlocks && (!trimBlocks || /[ \t]$/.test(text))) {
    return false;
  }
  return !(text.match(TAGS) ?? []).some(tag => UNSAFE.test(tag));
}
