import fc from 'fast-check';
import { codePoints } from './codePoints';

describe('codePoints', () => {
  it('counts as JavaScript iterates, lone surrogates too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (one, other) => {
        const text = `${one}\uD83D${other}\uDE00\uD83D\uDE00`;
        expect(codePoints(text)).toBe(Array.from(text).length);
      }),
    );
  });
});
