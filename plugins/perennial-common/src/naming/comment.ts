/** What ends, opens or continues a comment somewhere, and what stands in for it. */
const REPLACEMENTS: readonly [RegExp, string][] = [
  // Every kind of line end and control character that some language knows.
  [/[\s\p{Cc}]+/gu, ' '],
  // Bidirectional marks make code read otherwise than it runs.
  [/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, ''],
  [/\\/g, '/'],
  // A double quote at the end would grow into the quotes of a docstring.
  [/["`]/g, "'"],
  [/'{2,}/g, "'"],
  [/\*(?=\/)/g, '* '],
  [/\/(?=\*)/g, '/ '],
  [/-{2,}/g, '-'],
  [/</g, '('],
  [/>/g, ')'],
  [/\$\{|\{\{|\{%|\{#/g, '('],
  [/\}\}|%\}|#\}/g, ')'],
  // JSDoc takes a word after @ for a tag of its own.
  [/(^|\s)@(?=\w)/g, '$1(at) '],
  [/ {2,}/g, ' '],
];

function replaceAll(text: string): string {
  return REPLACEMENTS.reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    text,
  ).trim();
}

/**
 * Free text as one line that cannot end, open or continue a comment or a
 * docstring in JavaScript, Python, SQL, YAML, Markdown or HTML, and that no
 * template engine takes for its own syntax.
 *
 * @public
 */
export function commentText(text: string): string {
  // What one replacement leaves behind may be what another one looks for.
  let current = replaceAll(text);
  for (
    let next = replaceAll(current);
    next !== current;
    next = replaceAll(current)
  )
    current = next;
  return current;
}
