import {
  ENTITY_NAME_PATTERN,
  FIELD_NAME_PATTERN,
  REFUSED_NAMES,
  RESERVED_ENTITY_WORDS,
  RESERVED_WORDS,
  nameForms,
  normaliseName,
} from '@perennial/plugin-perennial-common';
import fc from 'fast-check';

const FIELD_WORDS = [
  ...['name', 'title', 'price', 'sku', 'first_name', 'isActive', 'dueOn'],
  ...['HTTPCode', 'x', 'N', 'size2', 'a1b2', 'line_1', 'URL', 'items', 'data'],
  ...['page', 'limit', 'sort', 'q', 'type', 'value', 'values', 'key', 'status'],
  ...['trailing_', 'double__score', 'user_name', 'body', 'errors', 'owner'],
];

const ENTITY_WORDS = [
  ...['Thing', 'Product', 'order item', 'user-group', 'Category', 'Person'],
  ...['Series', 'sheep', 'HTTP Server', 'Box', 'analysis', 'x', 'Bus', 'Child'],
  ...['a_b', 'Item 2', 'User', 'Order', 'Group', 'Table', 'data', 'Address'],
];

/** Beginnings of names that come near the longest that PostgreSQL keeps. */
const LONG =
  'a_very_long_name_that_goes_on_and_on_until_PostgreSQL_cuts_it_off';
const LONGEST = 63;
const SHORTEST_LONG = 40;

const MAX_KEY_LENGTH = 63;

/** No name in any spelling: a model refuses some of these in each. */
function isRefused(word: string): boolean {
  return REFUSED_NAMES.some(
    name => normaliseName(name) === normaliseName(word),
  );
}

function reserved(words: Record<string, string>, allowed: RegExp): string[] {
  return Object.values(words)
    .flatMap(text => text.split(/\s+/))
    .filter(word => allowed.test(word) && !isRefused(word));
}

const longName = fc
  .integer({ min: SHORTEST_LONG, max: LONGEST })
  .map(length => LONG.slice(0, length));

const FIRST = 'abcxyzABCXYZ';

function spelt(rest: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...FIRST),
      fc.string({ unit: fc.constantFrom(...rest), maxLength: 12 }),
    )
    .map(([first, others]) => first + others);
}

/** Names of fields and relations: everyday ones, and those that something reserves. */
export const fieldName: fc.Arbitrary<string> = fc.oneof(
  { withCrossShrink: true },
  { weight: 6, arbitrary: fc.constantFrom(...FIELD_WORDS) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...reserved(RESERVED_WORDS, FIELD_NAME_PATTERN)),
  },
  { weight: 2, arbitrary: spelt('abzABZ019_') },
  { weight: 1, arbitrary: longName },
);

/** Names of entities: everyday ones, and those that something reserves. */
export const entityName: fc.Arbitrary<string> = fc.oneof(
  { withCrossShrink: true },
  { weight: 6, arbitrary: fc.constantFrom(...ENTITY_WORDS) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...reserved(RESERVED_ENTITY_WORDS, ENTITY_NAME_PATTERN),
      ...reserved(RESERVED_WORDS, ENTITY_NAME_PATTERN),
    ),
  },
  { weight: 2, arbitrary: spelt('abzABZ019_ -') },
  { weight: 1, arbitrary: longName },
);

/** What a member of an object takes; undefined where its key would be too long. */
function namesOfMember(name: string): string[] | undefined {
  return nameForms(name).snake.length > MAX_KEY_LENGTH ? undefined : [name];
}

/** Names of one scope, each taken once whatever its spelling. */
export class Scope {
  readonly #taken: Set<string>;

  constructor(names: readonly string[] = []) {
    this.#taken = new Set(names.map(normaliseName));
  }

  /** Whether none of some names is taken. */
  isFree(names: readonly string[]): boolean {
    return !names.some(name => this.#taken.has(normaliseName(name)));
  }

  /** Takes names. */
  add(names: readonly string[]): void {
    for (const name of names) this.#taken.add(normaliseName(name));
  }

  /**
   * Takes a candidate, or the first name made from it that is free.
   *
   * @param namesOf - every name that a name takes, or undefined where it cannot be used at all
   */
  claim(
    candidate: string,
    namesOf: (name: string) => string[] | undefined = namesOfMember,
  ): string {
    for (let count = 1; ; count++) {
      const name = count === 1 ? candidate : numbered(candidate, count);
      const names = namesOf(name);
      if (names !== undefined && this.isFree(names)) {
        this.add(names);
        return name;
      }
    }
  }
}

/** Gets shorter with each try, so that one will fit where length was the reason. */
function numbered(candidate: string, count: number): string {
  const kept = Math.max(1, candidate.length - 2 * (count - 1));
  return `${candidate.slice(0, kept).replace(/[^A-Za-z0-9]+$/, '')}${count}`;
}
