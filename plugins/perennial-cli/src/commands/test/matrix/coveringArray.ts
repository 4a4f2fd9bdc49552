import { make } from 'covertable';

/** Positions: for each factor, which of its values. */
export type Row = number[];

/** A value of a factor together with a value of a later one. */
type Pair = [first: number, left: number, second: number, right: number];

interface Factors {
  /** How many values each factor has. */
  sizes: number[];
  /** Whether a row may be; all may by default. */
  isAllowed?: (row: Readonly<Row>) => boolean;
}

/**
 * Rows in which every pair of values of two factors occurs, if any allowed row
 * holds it. The row of the first values is among them, where it is allowed. The
 * same factors give the same rows.
 */
export function coveringArray(options: Factors): Row[] {
  const { sizes, isAllowed = () => true } = options;
  if (sizes.length < 2) {
    return fullProduct(options);
  }
  const rows = [sizes.map(() => 0)].filter(isAllowed);
  rows.push(
    ...make(
      sizes.map(size => [...Array(size).keys()]),
      { preFilter: (row: unknown) => isAllowed(row as Row) },
    ),
  );
  rows.push(...missingRows(rows, { sizes, isAllowed }));
  return withoutNeedless(rows).sort(compareRows);
}

/** Every allowed row. */
export function fullProduct(options: Factors): Row[] {
  const { sizes, isAllowed = () => true } = options;
  let rows: Row[] = [[]];
  for (const size of sizes) {
    rows = rows.flatMap(row =>
      Array.from({ length: size }, (_, value) => [...row, value]),
    );
  }
  return rows.filter(isAllowed);
}

/** The pairs of values that a row holds. */
export function pairsOf(row: Row): Pair[] {
  return row.flatMap((left, first) =>
    row
      .slice(first + 1)
      .map((right, offset): Pair => [first, left, first + offset + 1, right]),
  );
}

/** Rows for pairs that the library gives up on where not every row is allowed. */
function missingRows(rows: Row[], factors: Required<Factors>): Row[] {
  const covered = new Set(rows.flatMap(pairsOf).map(String));
  const added: Row[] = [];
  for (const pair of allPairs(factors.sizes)) {
    const row = covered.has(String(pair)) ? undefined : rowWith(pair, factors);
    if (row) {
      added.push(row);
      pairsOf(row).forEach(other => covered.add(String(other)));
    }
  }
  return added;
}

function allPairs(sizes: number[]): Pair[] {
  return pairsOf(sizes).flatMap(([first, lefts, second, rights]) =>
    fullProduct({ sizes: [lefts, rights] }).map(
      ([left, right]): Pair => [first, left, second, right],
    ),
  );
}

/** The first allowed row that holds a pair. */
function rowWith(
  [first, left, second, right]: Pair,
  { sizes, isAllowed }: Required<Factors>,
): Row | undefined {
  const fixed = new Map([
    [first, left],
    [second, right],
  ]);
  const complete = (row: Row): Row | undefined => {
    if (row.length === sizes.length) {
      return isAllowed(row) ? row : undefined;
    }
    const value = fixed.get(row.length);
    for (const next of value === undefined
      ? Array(sizes[row.length]).keys()
      : [value]) {
      const found = complete([...row, next]);
      if (found) {
        return found;
      }
    }
    return undefined;
  };
  return complete([]);
}

/** Leaves out, from the end, what other rows cover; the first row stays. */
function withoutNeedless(rows: Row[]): Row[] {
  const counts = new Map<string, number>();
  const keysOf = (row: Row) => pairsOf(row).map(String);
  for (const key of rows.flatMap(keysOf)) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const kept = rows.slice(0, 1);
  for (const row of rows.slice(1).reverse()) {
    const keys = keysOf(row);
    if (keys.every(key => counts.get(key)! > 1)) {
      keys.forEach(key => counts.set(key, counts.get(key)! - 1));
    } else {
      kept.push(row);
    }
  }
  return kept;
}

function compareRows(left: Row, right: Row): number {
  const index = left.findIndex((value, at) => value !== right[at]);
  return index === -1 ? 0 : left[index] - right[index];
}
