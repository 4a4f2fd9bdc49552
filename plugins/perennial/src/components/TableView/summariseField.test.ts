import { summariseField } from './summariseField';

describe('summariseField', () => {
  it.each([
    [{ type: 'string', maxLength: 64, pattern: '^a$' }, '≤ 64 · ^a$'],
    [{ type: 'decimal', precision: 12, scale: 2, minimum: 0 }, '12,2 · ≥ 0'],
    [{ type: 'integer', minimum: 1, maximum: 5, default: 3 }, '1 … 5 · = 3'],
    [{ type: 'enum', values: ['a', 'b'], default: 'a' }, 'a | b · = a'],
    [{ type: 'array', items: { type: 'uuid' }, maxItems: 3 }, '≤ 3 · [ uuid ]'],
    [{ type: 'object', fields: [{ name: 'w' }, { name: 'h' }] }, '{ w, h }'],
    [{ type: 'integer', maxLength: 3 }, ''],
    [{ type: 'enum', values: 'a' }, ''],
    [{}, ''],
  ])('says %j as "%s"', (field, summary) => {
    expect(summariseField(field)).toBe(summary);
  });

  it('is short, whatever there is to say', () => {
    const values = Array.from({ length: 500 }, (_, index) => `value${index}`);
    expect(summariseField({ type: 'enum', values }).length).toBeLessThan(50);
  });
});
