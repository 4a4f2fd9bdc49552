/** Decimal numbers as integers of 10^-scale, so that nothing is rounded. */

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** `"12.5"` at scale 2 is 1250; `undefined` for what is no plain decimal. */
export function toUnits(text: string, scale: number): bigint | undefined {
  const match = DECIMAL.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [, sign, whole, fraction = ''] = match;
  const kept = fraction.slice(0, scale).padEnd(scale, '0');
  const units = BigInt(whole + kept);
  return sign === '-' ? -units : units;
}

/** 1250 at scale 2 is `"12.50"`. */
export function fromUnits(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units)
    .toString()
    .padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  return scale === 0
    ? `${sign}${digits}`
    : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** True where two decimals are the same number, however written. */
export function sameDecimal(one: string, other: string): boolean {
  const scale = 400;
  const left = toUnits(one, scale);
  return left !== undefined && left === toUnits(other, scale);
}

/** Smallest and largest units that a decimal or bigInteger field takes. */
export function unitBounds(field: {
  type: string;
  precision?: number;
  scale?: number;
  minimum?: number | string;
  maximum?: number | string;
}): { scale: number; least: bigint; most: bigint } {
  const scale = field.type === 'decimal' ? field.scale ?? 0 : 0;
  const digits = field.type === 'decimal' ? field.precision ?? 18 : 18;
  const widest = 10n ** BigInt(digits) - 1n;
  const bound = (value: number | string | undefined) =>
    value === undefined ? undefined : toUnits(String(value), scale);
  const minimum = bound(field.minimum);
  const maximum = bound(field.maximum);
  return {
    scale,
    least: minimum !== undefined && minimum > -widest ? minimum : -widest,
    most: maximum !== undefined && maximum < widest ? maximum : widest,
  };
}

/** A JSON number, or a decimal's text, without an exponent. */
export function plainNumber(value: unknown): string {
  const text = String(value);
  if (typeof value !== 'number' || !/e/i.test(text)) {
    return text;
  }
  const [mantissa, exponent] = text.split(/e/i);
  const [whole, fraction = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  const plain =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : `${digits.padEnd(point, '0').slice(0, point)}.${
          digits.slice(point) || '0'
        }`;
  return mantissa.startsWith('-') ? `-${plain}` : plain;
}
