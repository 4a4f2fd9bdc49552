import fc from 'fast-check';
import { type Row, coveringArray, fullProduct, pairsOf } from './coveringArray';

const sizes = fc.array(fc.integer({ min: 1, max: 4 }), {
  minLength: 1,
  maxLength: 5,
});

/** Some combinations of up to three values that no row may hold. */
const constrained = sizes.chain(list =>
  fc.record({
    sizes: fc.constant(list),
    forbidden: fc.array(
      fc.uniqueArray(
        fc
          .nat(list.length - 1)
          .chain(factor =>
            fc.tuple(fc.constant(factor), fc.nat(list[factor] - 1)),
          ),
        { minLength: 1, maxLength: 3, selector: ([factor]) => factor },
      ),
      { maxLength: 4 },
    ),
  }),
);

const pairTexts = (rows: Row[]) => new Set(rows.flatMap(pairsOf).map(String));

describe('coveringArray', () => {
  it('holds every two values of different factors', () => {
    fc.assert(
      fc.property(sizes, list => {
        const rows = coveringArray({ sizes: list });
        expect(pairTexts(rows)).toEqual(
          pairTexts(fullProduct({ sizes: list })),
        );
      }),
    );
  });

  it('holds every two values that may be together, and nothing that may not', () => {
    fc.assert(
      fc.property(constrained, ({ sizes: list, forbidden }) => {
        const isAllowed = (row: Readonly<Row>) =>
          !forbidden.some(rule =>
            rule.every(([factor, value]) => row[factor] === value),
          );
        const rows = coveringArray({ sizes: list, isAllowed });
        expect(rows.filter(row => !isAllowed(row))).toEqual([]);
        expect(pairTexts(rows)).toEqual(
          pairTexts(fullProduct({ sizes: list, isAllowed })),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same rows for the same factors, no row twice, the first values among them', () => {
    fc.assert(
      fc.property(sizes, list => {
        const rows = coveringArray({ sizes: list });
        expect(coveringArray({ sizes: list })).toEqual(rows);
        expect(new Set(rows.map(String)).size).toBe(rows.length);
        expect(rows).toContainEqual(list.map(() => 0));
      }),
    );
  });

  it('is far smaller than the whole product', () => {
    const factors = { sizes: [4, 2, 4, 3, 2] };
    expect(fullProduct(factors)).toHaveLength(192);
    expect(coveringArray(factors).length).toBeLessThan(20);
  });

  it('takes every value of a single factor', () => {
    expect(coveringArray({ sizes: [3] })).toEqual([[0], [1], [2]]);
  });
});
