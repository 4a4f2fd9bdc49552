import {
  entityNames,
  FIELD_NAME_PATTERN,
  MAX_IDENTIFIER_BYTES,
  nameForms,
  normaliseName,
  REFUSED_NAMES,
  singularName,
  splitWords,
} from '@perennial/plugin-perennial-common';

/** Leaves room for a plural, for `_id` and for the number of a second one of the name. */
const LONGEST = 50;

/** Letters that do not fall apart into a letter and its marks. */
const LETTERS = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['Æ', 'Ae'],
  ['Œ', 'Oe'],
  ['Ø', 'O'],
  ['Đ', 'D'],
  ['Ł', 'L'],
]);

/** As many letters of a name as the English alphabet has. */
function inEnglishLetters(name: string): string {
  return name
    .slice(0, 1000)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, letter => LETTERS.get(letter) ?? ' ');
}

/** A table that is called by a plural gives the entity its own. */
export function pluralOfTable(table: string | undefined): string | undefined {
  return table !== undefined && singularName(table) !== table
    ? table
    : undefined;
}

/** As many of the words as fit. A single long word is cut. */
function fitting(words: string[]): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const word of words) {
    length += word.length + 1;
    if (length > LONGEST) break;
    kept.push(word);
  }
  return kept.length > 0
    ? kept
    : words.slice(0, 1).map(word => word.slice(0, LONGEST));
}

/** Words that may begin a name, at least one of them. */
function nameWords(name: string, otherwise: string): string[] {
  const words = splitWords(inEnglishLetters(name));
  const isWhole = words.length > 0 && /^[a-z]/.test(words[0]);
  return fitting(isWhole ? words : [otherwise, ...words]);
}

function isRefused(name: string): boolean {
  return (
    REFUSED_NAMES.includes(name) ||
    ['constructor', 'prototype'].includes(normaliseName(name))
  );
}

/** The name of a field or relation: as the source spells it, if the model takes that. */
export function memberName(name: string, otherwise: string): string {
  const words = nameWords(name, otherwise);
  const isLegal =
    FIELD_NAME_PATTERN.test(name) &&
    nameForms(name).snake.length <= LONGEST &&
    !name.endsWith('_');
  const spelt = isLegal ? name : words.join('_');
  return isRefused(spelt) ? `${words.join('_')}_${otherwise}` : spelt;
}

/** An entity's name, and its plural where English would not give the one of the source. */
export interface LegalEntityName {
  name: string;
  plural?: string;
}

/** JavaScript has some names for itself, and PostgreSQL tables that begin with pg_. */
function legalPascal(pascal: string): string {
  const name = isRefused(pascal) ? `${pascal}Entity` : pascal;
  return entityNames(name).table.startsWith('pg_')
    ? `Postgres${name.slice('pg'.length)}`
    : name;
}

/**
 * The name of an entity: `film_actors` and `FilmActor` give `FilmActor`.
 * A table whose name is no plural gets one by the rules of English.
 */
export function entityName(
  name: string,
  options: { isTable?: boolean; plural?: string } = {},
): LegalEntityName {
  const many = nameWords(name, 'entity').join('_');
  // The singular of "s" is nothing.
  const single = (options.isTable && singularName(many)) || many;
  const legal = legalPascal(nameForms(single).pascal);
  const wanted = options.plural ?? (single === many ? undefined : many);
  if (wanted === undefined || isRefused(wanted)) return { name: legal };
  const plural = nameWords(wanted, 'entity')
    .join('_')
    .replace(/^pg_/, 'postgres_');
  return entityNames(legal).table === plural
    ? { name: legal }
    : { name: legal, plural };
}

/** What an entity's names take of all the names there are; undefined where they are in each other's way. */
function claims({ name, plural }: LegalEntityName): string[] | undefined {
  const forms = entityNames(name, plural);
  const own = [name, forms.pascal].map(normaliseName);
  const many = normaliseName(forms.plural.pascal);
  if (forms.table.length > MAX_IDENTIFIER_BYTES || own.includes(many))
    return undefined;
  return [...new Set([...own, many, normaliseName(forms.table)])];
}

/** Names of one scope, each given once whatever its spelling. */
export class Names {
  readonly #taken = new Set<string>();
  /** The last number that an entity's name got, so that many of one name cost no search. */
  readonly #numbers = new Map<string, number>();

  constructor(reserved: readonly string[] = []) {
    for (const name of reserved) this.#taken.add(normaliseName(name));
  }

  /** Takes the first name that is free with all that it brings along. */
  take(wishes: Iterable<string>, brings: (name: string) => string[]): string {
    for (const name of wishes) {
      const wanted = brings(name).map(normaliseName);
      if (wanted.some(key => this.#taken.has(key))) continue;
      for (const key of wanted) this.#taken.add(key);
      return name;
    }
    throw new Error('There is always a number that is free.');
  }

  /** Takes the names of an entity, numbered where they are taken. */
  takeEntity(wanted: LegalEntityName): LegalEntityName {
    const key = normaliseName(wanted.name);
    for (let count = (this.#numbers.get(key) ?? 0) + 1; ; count++) {
      const found = count === 1 ? wanted : { name: `${wanted.name}${count}` };
      const all = claims(found);
      if (all === undefined || all.some(name => this.#taken.has(name)))
        continue;
      for (const name of all) this.#taken.add(name);
      this.#numbers.set(key, count);
      return found;
    }
  }
}

/** A name, then others that say more, then numbers. */
export function* candidates(
  name: string,
  ...more: string[]
): Generator<string> {
  yield name;
  for (const suffix of more) yield `${name}_${suffix}`;
  for (let count = 2; ; count++) yield `${name}_${count}`;
}
