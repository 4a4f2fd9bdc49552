import fc from 'fast-check';
import { decimalPattern, fromScaled, plainDecimal, toScaled } from './decimal';

/** Every way to write a number of smallest units with up to as many digits as the scale. */
function spellings(value: bigint, scale: number): string[] {
  const full = fromScaled(value, scale);
  if (!full.includes('.')) return [full];
  const result = [full];
  for (let text = full; text.endsWith('0') && text.includes('.'); ) {
    text = text.slice(0, -1).replace(/\.$/, '');
    result.push(text);
  }
  return result;
}

const range = fc
  .record({
    precision: fc.integer({ min: 1, max: 20 }),
    scaleShare: fc.nat({ max: 20 }),
  })
  .chain(({ precision, scaleShare }) => {
    const most = 10n ** BigInt(precision) - 1n;
    const bound = fc.option(fc.bigInt({ min: -most, max: most }), {
      nil: undefined,
    });
    return fc.record({
      precision: fc.constant(precision),
      scale: fc.constant(Math.min(scaleShare, precision)),
      low: bound,
      high: bound,
      value: fc.oneof(
        fc.bigInt({ min: -most * 2n, max: most * 2n }),
        fc.bigInt({ min: -12n, max: 12n }),
      ),
      near: fc.bigInt({ min: -2n, max: 2n }),
    });
  })
  .filter(
    ({ low, high }) => low === undefined || high === undefined || low <= high,
  );

describe('decimalPattern', () => {
  it('matches exactly the decimals of its range', () => {
    fc.assert(
      fc.property(range, ({ precision, scale, low, high, value, near }) => {
        const text = (bound: bigint | undefined) =>
          bound === undefined ? undefined : fromScaled(bound, scale);
        const pattern = new RegExp(
          decimalPattern({
            precision,
            scale,
            minimum: text(low),
            maximum: text(high),
          }),
          'u',
        );
        const most = 10n ** BigInt(precision) - 1n;
        const candidates = [
          value,
          (low ?? 0n) + near,
          (high ?? 0n) + near,
          most + near,
          -most + near,
          near,
        ];
        for (const candidate of candidates) {
          const inside =
            candidate >= (low ?? -most) &&
            candidate <= (high ?? most) &&
            candidate >= -most &&
            candidate <= most;
          for (const spelling of spellings(candidate, scale)) {
            expect([spelling, pattern.test(spelling)]).toEqual([
              spelling,
              inside,
            ]);
          }
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    '',
    '-',
    '-0',
    '-0.0',
    '00',
    '01',
    '+1',
    '1.',
    '.5',
    '1.234',
    '1e3',
    ' 1',
    '1\n',
    '١',
    '1,5',
    'NaN',
    '--1',
  ])('refuses %j with scale 2', text => {
    expect(
      new RegExp(decimalPattern({ precision: 12, scale: 2 }), 'u').test(text),
    ).toBe(false);
  });

  it('reads like one that people would write', () => {
    expect(decimalPattern({ precision: 12, scale: 2, minimum: 0 })).toBe(
      '^(?:[0-9]|[1-9][0-9]{1,9})(?:\\.[0-9]{1,2})?$',
    );
    expect(
      decimalPattern({ precision: 18, scale: 0, minimum: 1, maximum: 100 }),
    ).toBe('^(?:[1-9]|[1-9][0-9]|100)$');
  });
});

describe('scaled decimals', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.nat({ max: 12 }),
        (value, scale) => {
          expect(toScaled(fromScaled(value, scale), scale)).toBe(value);
        },
      ),
    );
  });

  it('round outwards only where asked', () => {
    expect(toScaled('1.239', 2)).toBeUndefined();
    expect(toScaled('1.239', 2, 'floor')).toBe(123n);
    expect(toScaled('1.231', 2, 'ceil')).toBe(124n);
    expect(toScaled('-1.231', 2, 'floor')).toBe(-124n);
    expect(toScaled('-1.239', 2, 'ceil')).toBe(-123n);
  });

  it('understand the exponents that JavaScript writes', () => {
    expect(plainDecimal(1e21)).toBe('1000000000000000000000.0');
    expect(plainDecimal(1.5e-7)).toBe('0.00000015');
    expect(plainDecimal('abc')).toBeUndefined();
  });
});
