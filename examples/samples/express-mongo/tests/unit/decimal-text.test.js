'use strict';

const { mongo } = require('mongoose');
const { decimalText } = require('../../src/utils/decimal-text');

describe('decimalText', () => {
  it.each(['0', '1.50', '-9.5', '0.0000001', '-0.00000000012', '1234567890123456789012345678901234'])(
    'writes %s as it was',
    (text) => {
      expect(decimalText(mongo.Decimal128.fromString(text))).toBe(text);
    },
  );

  it('is null where nothing is stored', () => {
    expect(decimalText(undefined)).toBeNull();
  });
});
