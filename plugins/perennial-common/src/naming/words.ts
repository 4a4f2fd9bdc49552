import type { NameForms } from '../resolve/types';

/**
 * Splits a name into lower-case words: at anything that is not a letter or a
 * digit, before a capital that follows a small letter or a digit, and before
 * the last capital of an acronym (`HTTPServer` is http, server).
 *
 * @public
 */
export function splitWords(name: string): string[] {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(word => word !== '')
    .map(word => word.toLowerCase());
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * The spellings of a list of lower-case words.
 *
 * @public
 */
export function formsOfWords(words: string[]): NameForms {
  const pascal = words.map(capitalise).join('');
  return {
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    snake: words.join('_'),
    kebab: words.join('-'),
    title: capitalise(words.join(' ')),
  };
}

/**
 * The spellings of a name in every target language.
 *
 * @public
 */
export function nameForms(name: string): NameForms {
  return formsOfWords(splitWords(name));
}

/**
 * What two names that would meet in some spelling have in common: `orderItem`,
 * `order_item` and `Orderitem` all give `orderitem`.
 *
 * @public
 */
export function normaliseName(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}
