import type { JsonValue } from '@backstage/types';

/** Nunjitsu copies at most 100,000 entries of a context. */
const MAXIMUM_ENTRIES = 50_000;
const TOKEN = 'perennial-large-value-';

/**
 * Takes values that are too large for an expression's context out of it: the
 * expression sees a token, and who reads its result gets the value back. An
 * expression that only hands the value on does not notice.
 */
export class LargeValues {
  readonly #values: JsonValue[] = [];

  hide(value: JsonValue): JsonValue {
    if (countEntries(value) <= MAXIMUM_ENTRIES) {
      return value;
    }
    this.#values.push(value);
    return `${TOKEN}${this.#values.length - 1}`;
  }

  reveal(value: JsonValue | undefined): JsonValue {
    if (typeof value === 'string' && value.startsWith(TOKEN)) {
      return this.#values[Number(value.slice(TOKEN.length))] ?? value;
    }
    return value ?? null;
  }
}

function countEntries(value: JsonValue | undefined): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  const members = Object.values(value);
  return members.reduce<number>(
    (sum, member) => sum + countEntries(member),
    members.length,
  );
}
