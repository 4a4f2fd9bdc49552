const MACRO_BLOCK =
  /\{%-?\s*macro\s+[A-Za-z_]\w*\s*\(([^)]*)\)\s*-?%\}([\s\S]*?)\{%-?\s*endmacro\s*-?%\}/g;
const COMMENT = /\{#[\s\S]*?#\}/g;
const MACRO_END = /\{%-?\s*endmacro\s*(-?)%\}/g;
const ASSIGNMENT =
  /\{%-?\s*(?:set|for)\s+([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)/g;
const WORD = /[A-Za-z_]\w*/g;

/** A file in two: macros, which all entities share, and the rest. */
export interface HoistedFile {
  macros: string;
  body: string;
}

/**
 * Takes the macros off the head of a file, where they mean the same for every
 * entity: they stand together at the top and read nothing but their parameters,
 * their own variables and the shared context. Returns undefined otherwise.
 */
export function hoistMacros(
  text: string,
  options: { trimBlocks: boolean },
): HoistedFile | undefined {
  const last = [...text.matchAll(MACRO_END)].pop();
  if (!last) {
    return { macros: '', body: text };
  }
  const end = last.index + last[0].length;
  const gap = gapAfter(text.slice(end), last[1] === '-', options.trimBlocks);
  if (gap === undefined) {
    return undefined;
  }
  const macros = text.slice(0, end + gap);
  const body = text.slice(end + gap);
  const rest = macros.replace(MACRO_BLOCK, '').replace(COMMENT, '');
  return rest.trim() === '' && areShared(macros, body)
    ? { macros, body }
    : undefined;
}

/** Length of what the last tag takes away after itself; undefined where text follows on its line. */
function gapAfter(
  text: string,
  trims: boolean,
  trimBlocks: boolean,
): number | undefined {
  if (trims) {
    return text.length - text.trimStart().length;
  }
  const [lineBreak] = /^\r?\n/.exec(text) ?? [];
  return trimBlocks ? lineBreak?.length : undefined;
}

function areShared(macros: string, body: string): boolean {
  const outside = new Set(assigned(body));
  outside.add('entity');
  outside.add('caller');
  for (const [, parameters, content] of macros.matchAll(MACRO_BLOCK)) {
    const own = new Set([...words(parameters), ...assigned(content)]);
    const foreign = words(content).some(
      word => outside.has(word) && !own.has(word),
    );
    if (foreign || words(parameters).includes('entity')) {
      return false;
    }
  }
  return true;
}

function assigned(text: string): string[] {
  return [...text.matchAll(ASSIGNMENT)].flatMap(([, names]) => words(names));
}

function words(text: string): string[] {
  return text.match(WORD) ?? [];
}
