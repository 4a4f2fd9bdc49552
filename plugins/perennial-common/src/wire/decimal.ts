import { anyOf, fractionTail, wholeNumbers } from './digits';

/** A decimal as a whole number of its smallest unit: 1.50 with scale 2 is 150. */
export type Scaled = bigint;

const DECIMAL_TEXT = /^(-?)([0-9]+)(?:\.([0-9]+))?$/;

/** Turns 1e21 and 1e-7, which `String` gives for numbers, into digits. */
export function plainDecimal(value: number | string): string | undefined {
  const match = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]{1,3}))?$/.exec(
    String(value).trim(),
  );
  if (match === null) return undefined;
  const [, sign, whole, fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (exponent === 0) return String(value).trim();
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}.${
    digits.slice(point) || '0'
  }`;
}

/**
 * A decimal in its smallest unit.
 *
 * @param round - what to do with digits beyond the scale: `floor`, `ceil`, or
 * refuse them (`exact`)
 * @returns undefined where the text is not a decimal, or not exact
 */
export function toScaled(
  value: number | string,
  scale: number,
  round: 'floor' | 'ceil' | 'exact' = 'exact',
): Scaled | undefined {
  const match = DECIMAL_TEXT.exec(plainDecimal(value) ?? '');
  if (match === null) return undefined;
  const [, sign, whole, fraction = ''] = match;
  const kept = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  const signed = sign === '-' ? -kept : kept;
  const isExact = /^0*$/.test(fraction.slice(scale));
  if (isExact) return signed;
  if (round === 'exact') return undefined;
  if (round === 'floor') return sign === '-' ? signed - 1n : signed;
  return sign === '-' ? signed : signed + 1n;
}

/** The decimal of so many smallest units, with all digits of the scale. */
export function fromScaled(value: Scaled, scale: number): string {
  const digits = (value < 0n ? -value : value)
    .toString()
    .padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`;
  return value < 0n ? `-${text}` : text;
}

/** Alternatives for decimals that are not negative, from `low` to `high`, both included. */
function magnitudes(low: Scaled, high: Scaled, scale: number): string[] {
  if (scale === 0) return wholeNumbers(low, high);
  const unit = 10n ** BigInt(scale);
  const zeros = '0'.repeat(scale);
  const nines = '9'.repeat(scale);
  const fraction = (value: Scaled) =>
    (value % unit).toString().padStart(scale, '0');
  const withFraction = (whole: bigint, from: string, to: string) =>
    `${whole}${
      from === zeros
        ? `(?:\\.${fractionTail(from, to)})?`
        : `\\.${fractionTail(from, to)}`
    }`;

  let [first, last] = [low / unit, high / unit];
  if (first === last)
    return [withFraction(first, fraction(low), fraction(high))];
  const before: string[] = [];
  const after: string[] = [];
  if (fraction(low) !== zeros) {
    before.push(withFraction(first, fraction(low), nines));
    first += 1n;
  }
  if (fraction(high) !== nines) {
    after.push(withFraction(last, zeros, fraction(high)));
    last -= 1n;
  }
  const whole =
    first <= last
      ? [`${anyOf(wholeNumbers(first, last))}(?:\\.[0-9]{1,${scale}})?`]
      : [];
  return [...before, ...whole, ...after];
}

/** What a decimal may be. */
export interface DecimalRange {
  precision: number;
  scale: number;
  minimum?: number | string;
  maximum?: number | string;
}

/** The smallest and the largest decimal of a range, in smallest units. */
export function scaledBounds(range: DecimalRange): {
  low: Scaled;
  high: Scaled;
} {
  const most = 10n ** BigInt(range.precision) - 1n;
  const { minimum, maximum, scale } = range;
  const low =
    minimum === undefined ? undefined : toScaled(minimum, scale, 'ceil');
  const high =
    maximum === undefined ? undefined : toScaled(maximum, scale, 'floor');
  return {
    low: low === undefined || low < -most ? -most : low,
    high: high === undefined || high > most ? most : high,
  };
}

/**
 * The pattern of the decimals of a range: an optional minus, no leading zeros,
 * no minus zero, at most the digits of the scale after the point. Every text
 * that it matches is in the range, and every decimal in the range has a text
 * that it matches.
 */
export function decimalPattern(range: DecimalRange): string {
  const { low, high } = scaledBounds(range);
  const alternatives: string[] = [];
  if (low < 0n) {
    const nearest = high < 0n ? -high : 1n;
    alternatives.push(`-${anyOf(magnitudes(nearest, -low, range.scale))}`);
  }
  if (high >= 0n)
    alternatives.push(...magnitudes(low > 0n ? low : 0n, high, range.scale));
  return `^${anyOf(alternatives)}$`;
}
