import pluralize from 'pluralize';
import { splitWords } from './words';

function replaceLast(
  words: string[],
  change: (word: string) => string,
): string[] {
  return [
    ...words.slice(0, -1),
    ...splitWords(change(words[words.length - 1] ?? '')),
  ];
}

/**
 * The words of a name with the last one in the plural.
 *
 * @public
 */
export function pluralWords(name: string): string[] {
  return replaceLast(splitWords(name), word => pluralize.plural(word));
}

/**
 * A relation's name in the singular, otherwise as written: `relatedTags` gives `relatedTag`.
 *
 * @public
 */
export function singularName(name: string): string {
  const last = /[A-Z]?[a-z]+$/.exec(name)?.[0];
  if (last === undefined) return name;
  return name.slice(0, name.length - last.length) + pluralize.singular(last);
}
