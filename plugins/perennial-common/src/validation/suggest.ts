/** Edits (insert, delete, replace, swap neighbours) between two short words. */
function distance(left: string, right: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        previous[column] + 1,
        current[column - 1] + 1,
        previous[column - 1] + (same ? 0 : 1),
      );
      const swapped =
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped)
        best = Math.min(best, before[column - 2] + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[right.length];
}

/** The candidate that someone most likely meant, if any is near enough. */
export function closest(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  if (word.length > 64) return undefined;
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let found: string | undefined;
  let best = limit + 1;
  for (const candidate of candidates) {
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits < best) {
      best = edits;
      found = candidate;
    }
  }
  return found;
}

/** Names that other languages and databases have for our types. */
const TYPE_SYNONYMS = new Map<string, string>([
  ...[
    'str',
    'varchar',
    'char',
    'character',
    'phone',
    'password',
    'slug',
    'name',
  ].map(word => [word, 'string'] as const),
  ...['longtext', 'mediumtext', 'clob', 'markdown', 'html', 'textarea'].map(
    word => [word, 'text'] as const,
  ),
  ...['int', 'int32', 'smallint', 'short', 'serial', 'count'].map(
    word => [word, 'integer'] as const,
  ),
  ...['bigint', 'int64', 'long', 'bigserial'].map(
    word => [word, 'bigInteger'] as const,
  ),
  ...['float', 'double', 'real', 'float64'].map(
    word => [word, 'number'] as const,
  ),
  ...['money', 'numeric', 'currency', 'bigdecimal', 'price'].map(
    word => [word, 'decimal'] as const,
  ),
  ...['bool', 'flag', 'checkbox'].map(word => [word, 'boolean'] as const),
  ...['timestamp', 'timestamptz', 'datetime', 'instant'].map(
    word => [word, 'dateTime'] as const,
  ),
  ...['guid'].map(word => [word, 'uuid'] as const),
  ...['url', 'link', 'href'].map(word => [word, 'uri'] as const),
  ...['choice', 'select', 'enumeration'].map(word => [word, 'enum'] as const),
  ...['jsonb', 'any', 'dict', 'map', 'hash'].map(
    word => [word, 'json'] as const,
  ),
  ...['list', 'set', 'tuple'].map(word => [word, 'array'] as const),
  ...['struct', 'record', 'embedded', 'document'].map(
    word => [word, 'object'] as const,
  ),
]);

/** The type that someone most likely meant. */
export function closestType(
  word: string,
  types: Iterable<string>,
): string | undefined {
  return TYPE_SYNONYMS.get(word.toLowerCase()) ?? closest(word, types);
}
