import { validateModel } from '@perennial/plugin-perennial-common';
import fc from 'fast-check';
import { importModel, type ImportFormat } from '../import';

/** No text matches it. */
const NOTHING = /(?!)/;

/**
 * Expects a valid model of a text, or an error that says what is wrong with it,
 * and that in no `unwanted` words.
 */
export async function expectModelOrInputError(
  format: ImportFormat,
  text: string,
  unwanted = NOTHING,
): Promise<'model' | 'error'> {
  for (const database of ['postgres', 'mongo'] as const) {
    try {
      const { model } = await importModel({ format, text, database });
      expect(validateModel(model, { database })).toEqual([]);
    } catch (error) {
      expect(error).toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(/\S\.$/),
      });
      expect(String(error)).not.toMatch(unwanted);
      return 'error';
    }
  }
  return 'model';
}

/** A text with parts taken out, doubled, or put in place of others. */
export function mutated(text: string): fc.Arbitrary<string> {
  const place = fc.nat(text.length);
  const cut = fc
    .tuple(place, fc.nat(40), fc.string({ unit: 'binary', maxLength: 5 }))
    .map(
      ([at, length, other]) =>
        (current: string) =>
          current.slice(0, at) + other + current.slice(at + length),
    );
  const copy = fc.tuple(place, place, fc.nat(200)).map(
    ([from, to, length]) =>
      (current: string) =>
        current.slice(0, to) +
        current.slice(from, from + length) +
        current.slice(to),
  );
  const swap = fc
    .tuple(
      ...[0, 1].map(() => fc.constantFrom(...(text.match(/\w+/g) ?? [text]))),
    )
    .map(
      ([from, to]) =>
        (current: string) =>
          current.replaceAll(from, to),
    );
  return fc
    .array(fc.oneof(cut, copy, swap), { minLength: 1, maxLength: 4 })
    .map(changes => changes.reduce((current, change) => change(current), text));
}
