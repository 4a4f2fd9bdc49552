'use strict';

const { ExactNumber } = require('../../src/utils/json');
const { mergePatch } = require('../../src/utils/rows');

describe('mergePatch', () => {
  // The examples of RFC 7396 that are about objects.
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [['a', 'b'], ['c', 'd'], ['c', 'd']],
    [{ a: 'foo' }, 'bar', 'bar'],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('of %j with %j is %j', (value, patch, result) => {
    expect(mergePatch(value, patch)).toEqual(result);
  });

  it('keeps exact numbers whole', () => {
    const number = new ExactNumber('9007199254740993');
    expect(mergePatch({ a: 1 }, { a: number })).toEqual({ a: number });
  });
});
