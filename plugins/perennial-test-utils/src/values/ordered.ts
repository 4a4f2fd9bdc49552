import type { FieldDocument } from '@perennial/plugin-perennial-common';
import fc from 'fast-check';
import type { FieldDraft, Json } from './types';

const INT32_MINIMUM = -2_147_483_648;
const INT32_MAXIMUM = 2_147_483_647;
const LARGEST_NUMBER = 1e308;
const BIG_INTEGER_DIGITS = 18;
const MAX_PRECISION = 38;
const DAY_MICROSECONDS = 86_400_000_000;

interface Ordered<Value> {
  values: fc.Arbitrary<Value>;
  compare: (left: Value, right: Value) => number;
  /** As a bound is written. */
  bound: (value: Value) => number | string;
  /** As a default or an example is written. */
  json: (value: Value) => Json;
}

/**
 * A type whose values have an order. The bounds are the smallest and the
 * largest of some values, so that all of these lie within.
 */
function ordered<Value>(
  document: Omit<FieldDocument, 'name'>,
  { values, compare, bound, json }: Ordered<Value>,
): fc.Arbitrary<FieldDraft> {
  const some = fc.uniqueArray(values, {
    minLength: 2,
    maxLength: 5,
    comparator: (left, right) => compare(left, right) === 0,
  });
  return fc
    .record({ some, least: fc.boolean(), most: fc.boolean() })
    .map(({ some: found, least, most }) => {
      const sorted = [...found].sort(compare);
      return {
        document: {
          ...document,
          ...(least ? { minimum: bound(sorted[0]) } : {}),
          ...(most ? { maximum: bound(sorted[sorted.length - 1]) } : {}),
        },
        values: found.map(json),
      };
    });
}

const byNumber = (left: number, right: number) => left - right;
const byDigits = (left: bigint, right: bigint) =>
  Number(left > right) - Number(left < right);
const byText = (left: string, right: string) =>
  Number(left > right) - Number(left < right);
const same = <Value>(value: Value) => value;

const integer = ordered<number>(
  { type: 'integer' },
  {
    values: fc.oneof(
      { withCrossShrink: true },
      fc.integer({ min: -10, max: 1000 }),
      fc.integer({ min: INT32_MINIMUM, max: INT32_MAXIMUM }),
      fc.constantFrom(INT32_MINIMUM, INT32_MAXIMUM),
    ),
    compare: byNumber,
    bound: same,
    json: same,
  },
);

const number = ordered<number>(
  { type: 'number' },
  {
    values: fc
      .oneof(
        { withCrossShrink: true },
        fc.integer({ min: -10, max: 1000 }),
        fc.integer({ min: -9999, max: 9999 }).map(value => value / 100),
        fc.double({ min: -LARGEST_NUMBER, max: LARGEST_NUMBER, noNaN: true }),
      )
      // JSON has one zero only.
      .map(value => (value === 0 ? 0 : value)),
    compare: byNumber,
    bound: same,
    json: same,
  },
);

/** Whole numbers of the smallest unit, as text with `scale` digits after the point. */
function scaledText(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const point = digits.length - scale;
  const fraction = scale === 0 ? '' : `.${digits.slice(point)}`;
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}${fraction}`;
}

/** A number where JSON and YAML keep every digit of it, else text. */
function numberOrText(text: string): number | string {
  const value = Number(text);
  return String(value) === text && Math.abs(value) <= Number.MAX_SAFE_INTEGER
    ? value
    : text;
}

function scaled(
  document: Omit<FieldDocument, 'name'>,
  precision: number,
  scale: number,
): fc.Arbitrary<FieldDraft> {
  const most = 10n ** BigInt(precision) - 1n;
  const small = most < 10_000n ? most : 10_000n;
  return ordered<bigint>(document, {
    values: fc.oneof(
      { withCrossShrink: true },
      fc.bigInt({ min: -small, max: small }),
      fc.bigInt({ min: -most, max: most }),
      fc.constantFrom(-most, most),
    ),
    compare: byDigits,
    bound: value => numberOrText(scaledText(value, scale)),
    json: value => scaledText(value, scale),
  });
}

const decimal = fc.oneof(
  { withCrossShrink: true },
  scaled({ type: 'decimal' }, 18, 2),
  fc
    .tuple(fc.integer({ min: 1, max: MAX_PRECISION }), fc.nat())
    .map(([precision, part]) => ({ precision, scale: part % (precision + 1) }))
    .chain(({ precision, scale }) =>
      scaled({ type: 'decimal', precision, scale }, precision, scale),
    ),
);

function dates(first: string, last: string): fc.Arbitrary<Date> {
  return fc.date({
    min: new Date(first),
    max: new Date(last),
    noInvalidDate: true,
  });
}

const date = ordered<string>(
  { type: 'date' },
  {
    values: fc
      .oneof(
        { withCrossShrink: true },
        dates('1990-01-01', '2040-12-31'),
        dates('0001-01-01', '9999-12-31'),
      )
      .map(value => value.toISOString().slice(0, 10)),
    compare: byText,
    bound: same,
    json: same,
  },
);

function timeText(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1e6);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map(value => two(Math.floor(value)))
    .join(':');
  const fraction = String(microseconds % 1e6).padStart(6, '0');
  return fraction === '000000' ? clock : `${clock}.${fraction}`;
}

const time = ordered<number>(
  { type: 'time' },
  {
    values: fc.oneof(
      { withCrossShrink: true },
      fc.integer({ min: 0, max: 86_399 }).map(value => value * 1e6),
      fc.integer({ min: 0, max: DAY_MICROSECONDS - 1 }),
    ),
    compare: byNumber,
    bound: timeText,
    json: timeText,
  },
);

const dateTime = ordered<string>(
  { type: 'dateTime' },
  {
    values: fc
      .tuple(
        dates('1000-01-02', '9998-12-30'),
        fc.constantFrom('Z', '+00:00', '-05:30', '+14:00'),
      )
      .map(([value, offset]) => value.toISOString().replace('Z', offset)),
    compare: (left, right) => Date.parse(left) - Date.parse(right),
    bound: same,
    json: same,
  },
);

/** Drafts of the types whose values have an order. */
export const orderedDrafts = {
  integer,
  bigInteger: scaled({ type: 'bigInteger' }, BIG_INTEGER_DIGITS, 0),
  number,
  decimal,
  date,
  time,
  dateTime,
};
