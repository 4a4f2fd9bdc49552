import type { ImportFormat } from './types';

/** What a text or a file was found to be: a format to import, or a model of ours. @public */
export type DetectedFormat = ImportFormat | 'model';

/** The beginning of a text tells what it is. */
const BEGINNING = 200_000;

/** Extensions that say it all; `.json` and `.yaml` do not. */
const BY_EXTENSION = new Map<string, ImportFormat>([
  ['sql', 'sql'],
  ['ddl', 'sql'],
  ['prisma', 'prisma'],
  ['jdl', 'jdl'],
  ['jh', 'jdl'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
]);

/** Members at the top of a document, in JSON or YAML. What is unmistakable stands first. */
const BY_MEMBER: readonly [DetectedFormat, string[]][] = [
  ['openapi', ['openapi', 'swagger']],
  ['model', ['entities']],
  [
    'jsonSchema',
    [
      '$schema',
      '$defs',
      'definitions',
      'properties',
      'allOf',
      'anyOf',
      'oneOf',
      '$ref',
    ],
  ],
];

const BY_STATEMENT: readonly [DetectedFormat, RegExp][] = [
  ['prisma', /^[ \t]*(?:model|datasource|generator)[ \t]+\w+[ \t]*\{/m],
  [
    'jdl',
    /^[ \t]*(?:entity[ \t]+\w+|relationship[ \t]+(?:One|Many)To(?:One|Many)\b|application[ \t]*\{)/m,
  ],
  [
    'sql',
    /^[ \t]*(?:create[ \t]+(?:(?:global|local|temporary|temp|unlogged|foreign)[ \t]+)*(?:table|type|domain|schema|extension)|alter[ \t]+table)\b/im,
  ],
];

function membersOf(text: string): Set<string> {
  try {
    const value: unknown = JSON.parse(text);
    return new Set(
      typeof value === 'object' && value !== null ? Object.keys(value) : [],
    );
  } catch {
    // YAML, or JSON that somebody is still writing.
    const beginning = text.slice(0, BEGINNING);
    const quoted = beginning.matchAll(/"([\w$]+)"(?=\s*:)/g);
    return new Set([
      ...topLevelKeys(beginning),
      ...Array.from(quoted, ([, member]) => member),
    ]);
  }
}

/** The keys of YAML that are as far from the margin as the first. */
function topLevelKeys(text: string): string[] {
  const keys = [...text.matchAll(/^( *)([\w$]+)(?=[ \t]*:)/gm)];
  return keys
    .filter(([, indent]) => indent === keys[0][1])
    .map(([, , key]) => key);
}

/** Rows of the same number of columns, the first of them names. */
function isTable(text: string): boolean {
  const lines = text
    .split(/\r?\n/, 5)
    .filter(line => line.trim() !== '' && !/[{}]/.test(line));
  return [',', ';', '\t'].some(delimiter => {
    const counts = lines.map(
      line => line.replace(/"[^"]*"/g, '').split(delimiter).length,
    );
    return counts.length > 1 && counts[0] > 1 && new Set(counts).size === 1;
  });
}

/**
 * What a text is, by the extension of its file and by what it holds;
 * undefined where neither tells.
 *
 * @public
 */
export function detectFormat(source: {
  text: string;
  fileName?: string;
}): DetectedFormat | undefined {
  const extension = /\.([a-z]+)$/i.exec(source.fileName ?? '')?.[1];
  const known = BY_EXTENSION.get(extension?.toLowerCase() ?? '');
  if (known !== undefined) return known;
  const members = membersOf(source.text);
  const document = BY_MEMBER.find(([, names]) =>
    names.some(name => members.has(name)),
  );
  if (document !== undefined) return document[0];
  const beginning = source.text.slice(0, BEGINNING);
  const found = BY_STATEMENT.find(([, pattern]) => pattern.test(beginning));
  return found?.[0] ?? (isTable(beginning) ? 'csv' : undefined);
}
