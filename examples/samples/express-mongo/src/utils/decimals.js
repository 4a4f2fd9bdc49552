'use strict';

const { ExactNumber, canonicalNumber } = require('./json');

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * A decimal as a whole number of its smallest units: 1.5 at scale 2 is 150.
 *
 * @param {string} text
 * @param {number} scale
 */
function toUnits(text, scale) {
  const negative = text.startsWith('-');
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(scale, '0'));
  return negative ? -units : units;
}

/**
 * Writes a JSON number without an exponent, or answers undefined where it lies
 * outside of the range in which JSON numbers are exact for every client.
 *
 * @param {number | InstanceType<typeof ExactNumber>} number
 */
function plainDecimal(number) {
  const source = number instanceof ExactNumber ? number.source : String(number);
  if (Math.abs(Number(source)) > Number.MAX_SAFE_INTEGER) {
    return undefined;
  }
  const canonical = canonicalNumber(source);
  if (canonical === '0') {
    return '0';
  }
  const negative = canonical.startsWith('-');
  const [digits, power] = canonical.slice(negative ? 1 : 0).split('e');
  const exponent = Number(power);
  if (exponent < -1000) {
    return undefined;
  }
  const padded = digits.padStart(1 - exponent, '0');
  const point = padded.length + exponent;
  const text =
    exponent >= 0
      ? digits + '0'.repeat(exponent)
      : `${padded.slice(0, point)}.${padded.slice(point)}`;
  return negative ? `-${text}` : text;
}

/**
 * Reads a decimal from the wire: a string, or a JSON number.
 *
 * @param {unknown} value
 * @returns {string | undefined}
 */
function readDecimal(value) {
  if (typeof value === 'number' || value instanceof ExactNumber) {
    return plainDecimal(value);
  }
  return typeof value === 'string' && DECIMAL.test(value) ? value : undefined;
}

module.exports = { readDecimal, toUnits };
