import fc from 'fast-check';
import { databaseName } from './identifiers';

describe('databaseName', () => {
  it('joins what is short', () => {
    expect(databaseName('products', 'sku', 'key')).toBe('products_sku_key');
  });

  it('keeps to 63 bytes and keeps long names apart', () => {
    const part = fc.stringMatching(/^[a-z]{1,63}$/);
    fc.assert(
      fc.property(part, part, part, (table, first, second) => {
        const [left, right] = [
          databaseName(table, first),
          databaseName(table, second),
        ];
        expect(left.length).toBeLessThanOrEqual(63);
        expect(databaseName(table, first)).toBe(left);
        expect(left === right).toBe(first === second);
      }),
    );
  });
});
