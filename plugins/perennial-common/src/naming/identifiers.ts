import type { NameForms } from '../resolve/types';
import { MAX_IDENTIFIER_BYTES } from '../model/limits';
import { pluralWords } from './plural';
import { isReservedEntity, isReservedWord } from './reserved';
import { formsOfWords, nameForms, splitWords } from './words';

/**
 * A field's or relation's name in code: `identifier` as written and its
 * spellings, each with a trailing underscore where any target language or
 * framework reserves one of them. Kebab and title never are code, so they
 * stay as they are.
 *
 * @public
 */
export function memberForms(name: string): NameForms & { identifier: string } {
  const forms = nameForms(name);
  const taken = [name, forms.snake, forms.camel, forms.pascal].some(
    isReservedWord,
  );
  if (!taken) return { identifier: name, ...forms };
  return {
    ...forms,
    identifier: `${name}_`,
    pascal: `${forms.pascal}_`,
    camel: `${forms.camel}_`,
    snake: `${forms.snake}_`,
  };
}

/** An entity's names in code, its plural's, and its table. @public */
export interface EntityNames extends NameForms {
  plural: NameForms;
  /** Plural in snake case: the table. */
  table: string;
  /** Plural in kebab case: the last segment of the path. */
  segment: string;
}

/**
 * Everything that an entity is called.
 *
 * @public
 */
export function entityNames(name: string, plural?: string): EntityNames {
  const words = splitWords(name);
  const plain = formsOfWords(words);
  const many = formsOfWords(
    plural === undefined ? pluralWords(name) : splitWords(plural),
  );
  const code = isReservedEntity(plain.pascal)
    ? formsOfWords([...words, 'record'])
    : plain;
  // "series" is its own plural, and code needs two names for one row and for many.
  const clash =
    many.snake === code.snake ||
    isReservedWord(many.camel) ||
    isReservedWord(many.snake);
  const manyCode = clash
    ? formsOfWords([...splitWords(many.snake), 'list'])
    : many;
  return {
    ...code,
    title: plain.title,
    plural: { ...manyCode, title: many.title },
    table: many.snake,
    segment: many.kebab,
  };
}

/** FNV-1a, 32 bits: small, the same everywhere, and not used against anyone hostile. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}

/**
 * Joins parts to a name of an index, a constraint or a join table. A name over
 * PostgreSQL's 63 bytes is shortened to its beginning and a hash of the whole,
 * so that it stays the same from one render to the next and two long names
 * that begin alike stay apart.
 *
 * @public
 */
export function databaseName(...parts: string[]): string {
  const whole = parts.join('_');
  if (whole.length <= MAX_IDENTIFIER_BYTES) return whole;
  const suffix = `_${hash(whole)}`;
  return whole.slice(0, MAX_IDENTIFIER_BYTES - suffix.length) + suffix;
}
