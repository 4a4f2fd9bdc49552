'use strict';

/**
 * A decimal without an exponent; null where there is none.
 *
 * @param {import('mongoose').mongo.Decimal128 | undefined} decimal
 */
function decimalText(decimal) {
  if (decimal === undefined) {
    return null;
  }
  const text = decimal.toString();
  const parts = /^(-?)(\d)(?:\.(\d+))?E-(\d+)$/.exec(text);
  if (!parts) {
    return text;
  }
  const [, sign, whole, fraction = '', exponent] = parts;
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${whole}${fraction}`;
}

module.exports = { decimalText };
