import fc from 'fast-check';
import { fieldOf } from '../__testUtils__/models';
import { wireText } from '../http/wire';
import { fieldArbitrary } from './arbitrary';
import { fromUnits } from './decimal';
import { invalidSamples } from './invalidSamples';
import { accepts, satisfies } from './oracle';
import { sameOnWire } from './sameOnWire';
import { validSamples } from './validSamples';
import { Values } from './Values';

const RUNS = { numRuns: 25, seed: 11 };

/** Constraints of every type, as an author could write them. */
const constraints: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc
    .tuple(fc.constantFrom('string', 'text'), fc.nat(20), fc.nat(200))
    .map(([type, minLength, more]) => ({
      type,
      minLength,
      maxLength: minLength + more + 1,
    })),
  fc
    .constantFrom('^[A-Z]{2}-[0-9]{1,4}$', '^[a-z]+(-[a-z]+)*$', '^\\d{3}$')
    .map(pattern => ({ type: 'string', pattern, maxLength: 40 })),
  fc
    .tuple(fc.integer({ min: -1000, max: 1000 }), fc.nat(100_000))
    .map(([minimum, more]) => ({
      type: 'integer',
      minimum,
      maximum: minimum + more + 1,
    })),
  fc
    .tuple(fc.integer({ min: -1000, max: 1000 }), fc.nat(100_000))
    .map(([minimum, more]) => ({
      type: 'number',
      minimum,
      maximum: minimum + more + 1,
    })),
  fc
    .tuple(fc.integer({ min: 1, max: 18 }), fc.nat(6), fc.boolean())
    .map(([whole, scale, bounded]) => ({
      type: 'decimal',
      precision: whole + scale,
      scale,
      ...(bounded ? { minimum: 0, maximum: fromUnits(7n, scale) } : {}),
    })),
  fc.constantFrom(
    { type: 'bigInteger' },
    { type: 'bigInteger', minimum: 0 },
    { type: 'boolean' },
    { type: 'date' },
    { type: 'date', minimum: '2000-01-01', maximum: '2030-06-15' },
    { type: 'time' },
    { type: 'dateTime' },
    { type: 'uuid' },
    { type: 'email' },
    { type: 'uri' },
    { type: 'enum', values: ['one', 'two', "it's"] },
    { type: 'json' },
    {
      type: 'array',
      items: { type: 'integer', minimum: 3 },
      minItems: 1,
      maxItems: 4,
    },
    { type: 'array', items: { type: 'date' } },
    {
      type: 'object',
      fields: [
        { name: 'width', type: 'number', required: true },
        { name: 'unit', type: 'enum', values: ['mm', 'in'] },
        { name: 'since', type: 'date' },
      ],
    },
  ),
);

describe('values for checks', () => {
  it('are valid where they are meant to be', () => {
    fc.assert(
      fc.property(constraints, fc.nat(), (given, seed) => {
        const field = fieldOf(given);
        const samples = validSamples(field, seed);
        expect(samples.length).toBeGreaterThan(0);
        for (const sample of samples) {
          expect(accepts(field, sample.value)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('are invalid where they are meant to be', () => {
    fc.assert(
      fc.property(constraints, given => {
        const field = fieldOf(given);
        const samples = invalidSamples(field);
        expect(samples.length).toBeGreaterThan(3);
        // What is marked with a place is refused by the contract's words.
        const taken = samples.filter(
          one => one.at === undefined && accepts(field, one.value),
        );
        expect(taken).toEqual([]);
      }),
      RUNS,
    );
  });

  it('never hold a value that is both valid and invalid', () => {
    fc.assert(
      fc.property(constraints, fc.nat(), (given, seed) => {
        const field = fieldOf(given);
        const valid = validSamples(field, seed).map(one => wireText(one.value));
        const invalid = invalidSamples(field).map(one => wireText(one.value));
        expect(valid.filter(text => invalid.includes(text))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('drawn at random satisfy the published schema', () => {
    fc.assert(
      fc.property(constraints, fc.nat(), (given, seed) => {
        const field = fieldOf(given);
        for (const value of fc.sample(fieldArbitrary(field), {
          seed,
          numRuns: 5,
        })) {
          expect(satisfies(field.schema, value)).toBe(true);
          expect(sameOnWire(field, value, JSON.parse(wireText(value)))).toBe(
            true,
          );
        }
      }),
      RUNS,
    );
  });

  it('reach both ends of lengths, in astral characters too', () => {
    const field = fieldOf({ type: 'string', minLength: 2, maxLength: 7 });
    const lengths = validSamples(field, 1).map(
      one => [...String(one.value)].length,
    );
    expect(Math.min(...lengths)).toBe(2);
    expect(Math.max(...lengths)).toBe(7);
    expect(validSamples(field, 1).map(one => one.value)).toContain(
      '😀'.repeat(7),
    );
    const wrong = invalidSamples(field).map(one => one.value);
    expect(wrong).toContain('😀'.repeat(8));
    expect(wrong).toContain('😀');
  });

  it('reach both ends of numbers, and one step beyond', () => {
    const field = fieldOf({
      type: 'decimal',
      precision: 6,
      scale: 2,
      minimum: '-1.5',
    });
    const valid = validSamples(field, 1).map(one => one.value);
    expect(valid).toEqual(
      expect.arrayContaining(['-1.50', '9999.99', '0.00', 12]),
    );
    const invalid = invalidSamples(field).map(one => wireText(one.value));
    expect(invalid).toEqual(
      expect.arrayContaining([
        '"-1.51"',
        '"10000.00"',
        '"0.001"',
        '0.001',
        '1e999',
      ]),
    );
  });

  it('name the dates that no calendar has', () => {
    const invalid = invalidSamples(fieldOf({ type: 'date' })).map(
      one => one.value,
    );
    expect(invalid).toEqual(
      expect.arrayContaining(['2024-02-30', '2023-02-29']),
    );
  });

  it('break a pattern and nothing else', () => {
    const field = fieldOf({
      type: 'string',
      pattern: '^[a-z]+$',
      maxLength: 9,
    });
    const broken = invalidSamples(field).filter(one =>
      one.label.includes('pattern'),
    );
    expect(broken.length).toBeGreaterThan(2);
    for (const { value } of broken) {
      expect(String(value)).not.toMatch(/^[a-z]+$(?!\n)/);
      expect([...String(value)].length).toBeLessThanOrEqual(9);
    }
  });
});

describe('Values', () => {
  it('draws the same values for the same seed', () => {
    const field = fieldOf({ type: 'decimal', precision: 9, scale: 2 });
    const drawn = () => {
      const values = Values.create({ seed: 5 });
      return [
        values.fresh(field),
        values.random(field),
        values.word(),
        values.natural(9),
      ];
    };
    expect(drawn()).toEqual(drawn());
  });

  it('draws different values for unique fields', () => {
    const values = Values.create({ seed: 5 });
    for (const type of [
      'string',
      'integer',
      'uuid',
      'email',
      'date',
      'dateTime',
    ]) {
      expect(values.distinct(fieldOf({ type }), 20)).toHaveLength(20);
    }
  });

  it('draws no more than there are', () => {
    const values = Values.create({ seed: 5 });
    const field = fieldOf({ type: 'enum', values: ['a', 'b'] });
    expect([...values.distinct(field, 5)].sort()).toEqual(['a', 'b']);
  });
});

describe('what a field takes', () => {
  it('goes by the words beside the schema for what it holds, too', () => {
    const bounded = { type: 'time', minimum: '09:00:00' };
    const list = fieldOf({ type: 'array', items: bounded });
    expect(accepts(list, ['10:00:00'])).toBe(true);
    expect(accepts(list, ['10:00:00', '08:00:00'])).toBe(false);
    const object = fieldOf({
      type: 'object',
      fields: [{ name: 'mail', type: 'email' }],
    });
    expect(accepts(object, { mail: null })).toBe(true);
    expect(accepts(object, { mail: 'a.bb--c@example.com' })).toBe(true);
    expect(accepts(object, { mail: 'a@sub.ax--b.example' })).toBe(false);
  });
});
