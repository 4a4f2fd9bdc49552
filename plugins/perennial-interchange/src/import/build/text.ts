/** Text that a template engine, a terminal or a reader would take for something else, and what stands for it. */
const REPLACEMENTS: readonly [RegExp, string][] = [
  [/\r\n?/g, '\n'],
  [/(?![\t\n])\p{Cc}/gu, ''],
  [/[\u200f\u202a-\u202e\u2066-\u2069]/g, ''],
  [
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '',
  ],
  [/\$\{\{/g, '$ {{'],
  [/\{%/g, '{ %'],
];

/** Free text of a source as a model takes it, cut to a number of characters. */
export function cleanText(text: string, mostCharacters: number): string {
  const clean = REPLACEMENTS.reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    text.slice(0, mostCharacters * 2),
  ).trim();
  if (clean.length <= mostCharacters) return clean;
  // A character of two halves stays whole.
  return `${clean
    .slice(0, mostCharacters - 1)
    .replace(/[\ud800-\udbff]$/, '')}…`;
}
