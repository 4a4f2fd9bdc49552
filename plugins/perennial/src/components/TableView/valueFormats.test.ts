import fc from 'fast-check';
import type { JsonValue } from '../../draft/types';
import {
  asItem,
  EXACT_NUMERIC,
  formatOfType,
  isSameValue,
  JSON_TEXT,
  LONG_TEXT,
  NAME,
  NUMERIC,
  PATTERN,
  TEXT,
} from './valueFormats';

describe('formats of values', () => {
  it.each([
    ['12', 12],
    [' -1.5 ', -1.5],
    ['1e3', 1000],
    ['-0', 0],
    ['007', 7],
    ['', undefined],
    ['  ', undefined],
    ['abc', 'abc'],
    ['0x10', '0x10'],
    ['Infinity', 'Infinity'],
    ['1e999', '1e999'],
  ])('reads %j as a number or keeps it', (text, value) => {
    expect(NUMERIC.read(text)).toBe(value);
  });

  it('writes a number as text where it has too many digits', () => {
    expect(EXACT_NUMERIC.read('123456789012345')).toBe(123456789012345);
    expect(EXACT_NUMERIC.read('1234567890123456')).toBe('1234567890123456');
    expect(EXACT_NUMERIC.read('0.0000000000000001')).toBe(1e-16);
    expect(EXACT_NUMERIC.show('5')).toBe('5');
  });

  it('tells a quoted number from a number where that matters', () => {
    expect(NUMERIC.show('5')).toBeUndefined();
    expect(NUMERIC.show('five')).toBe('five');
    expect(TEXT.show(5)).toBeUndefined();
  });

  it('reads JSON, and text where it is none', () => {
    expect(JSON_TEXT.read('{"a": [1, null]}')).toEqual({ a: [1, null] });
    expect(JSON_TEXT.read('null')).toBeNull();
    expect(JSON_TEXT.read('{"a":')).toBe('{"a":');
    expect(JSON_TEXT.show('5')).toBe('"5"');
    expect(
      Object.hasOwn(JSON_TEXT.read('{"__proto__": 1}') as object, '__proto__'),
    ).toBe(true);
  });

  it('keeps an item in its place while it is empty', () => {
    for (const type of ['integer', 'decimal', 'string', 'json']) {
      const format = asItem(formatOfType(type));
      expect(format.show(format.read('')!)).toBe('');
    }
  });

  it.each(
    Object.entries({
      NAME,
      TEXT,
      LONG_TEXT,
      PATTERN,
      NUMERIC,
      EXACT_NUMERIC,
      JSON_TEXT,
    }),
  )('%s: what is shown is read as the same value', (_, format) => {
    const anyValue = fc.oneof(
      fc.jsonValue(),
      fc.string(),
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.integer().map(String),
    ) as fc.Arbitrary<JsonValue>;
    fc.assert(
      fc.property(anyValue, value => {
        const shown = format.show(value);
        if (shown === undefined) {
          return;
        }
        const read = format.read(shown);
        // 5 and "5" are the same decimal.
        expect(isSameValue(read, value) || Number(read) === Number(value)).toBe(
          true,
        );
      }),
    );
  });
});
