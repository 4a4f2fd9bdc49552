import fc from 'fast-check';
import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { accepts, codePoints } from './oracle';

const TRIES = 200;

/** A pattern as JSON Schema means it: anywhere in the text, unless anchored. */
export function regularExpression(pattern: string): RegExp {
  return new RegExp(pattern, 'u');
}

/**
 * Strings that match the field's pattern and lengths. Where fast-check cannot
 * generate for a pattern (lookahead), the model's own examples stand in.
 */
export function patternArbitrary(
  field: ResolvedField,
  pattern: string,
): fc.Arbitrary<string> {
  const examples = field.examples.filter(
    (example): example is string => typeof example === 'string',
  );
  try {
    const matching = fc.stringMatching(regularExpression(pattern), {
      maxLength: Math.min(field.maxLength ?? 255, 255),
    });
    const found = fc
      .sample(matching, { numRuns: TRIES, seed: 1 })
      .some(text => accepts(field, text));
    if (found) {
      return matching.filter(text => accepts(field, text));
    }
  } catch {
    // Not every construct of regular expressions can be generated from.
  }
  return fc.constantFrom(...(examples.length > 0 ? examples : ['']));
}

/** Texts that the pattern refuses though nothing else does. */
export function mismatches(field: ResolvedField, pattern: string): string[] {
  const expression = regularExpression(pattern);
  const [example] = field.examples;
  const known = typeof example === 'string' ? example : 'a';
  const candidates = [
    `${known}\n`,
    `\n${known}`,
    `${known} `,
    '',
    ' ',
    '!',
    'ü',
    '😀',
    'a',
    'A',
    '0',
    '€€€',
    ' '.repeat(field.minLength ?? 1),
    '~'.repeat(field.minLength ?? 1),
  ];
  return candidates.filter(
    candidate =>
      !expression.test(candidate) &&
      codePoints(candidate) >= (field.minLength ?? 0) &&
      codePoints(candidate) <= (field.maxLength ?? Infinity),
  );
}
