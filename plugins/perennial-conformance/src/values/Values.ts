import fc from 'fast-check';
import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { fieldArbitrary } from './arbitrary';
import { accepts } from './oracle';

const LETTERS = 'abcdefghijkmnopqrstuvwxyz';

/** Draws values for fields; the same seed draws the same ones. */
export class Values {
  private drawn = 0;
  private readonly arbitraries = new WeakMap<
    ResolvedField,
    fc.Arbitrary<unknown>
  >();

  private constructor(private readonly seed: number) {}

  static create(options: { seed: number }): Values {
    return new Values(options.seed);
  }

  /** An ordinary value, new with each call as far as the field's range allows. */
  fresh(field: ResolvedField): unknown {
    this.drawn += 1;
    const readable = this.readable(field);
    if (readable !== undefined && accepts(field, readable)) {
      return readable;
    }
    return this.random(field);
  }

  /** Any value that the field takes. */
  random(field: ResolvedField): unknown {
    this.drawn += 1;
    let arbitrary = this.arbitraries.get(field);
    if (!arbitrary) {
      arbitrary = fieldArbitrary(field);
      this.arbitraries.set(field, arbitrary);
    }
    // The bias towards edges would repeat values of unique fields.
    return fc.sample(fc.noBias(arbitrary), {
      seed: this.seed + this.drawn,
      numRuns: 1,
    })[0];
  }

  /** `count` values that differ pairwise, or fewer where there are no more. */
  distinct(field: ResolvedField, count: number): unknown[] {
    const found = new Map<string, unknown>();
    for (let tries = 0; found.size < count && tries < count * 20; tries += 1) {
      const value = this.fresh(field);
      found.set(JSON.stringify(value), value);
    }
    return [...found.values()];
  }

  /** A word of letters that no other row holds. */
  word(length = 12): string {
    this.drawn += 1;
    const digits = fc.sample(
      fc.array(fc.nat({ max: LETTERS.length - 1 }), {
        minLength: length,
        maxLength: length,
      }),
      { seed: this.seed * 31 + this.drawn, numRuns: 1 },
    )[0];
    return digits.map(digit => LETTERS[digit]).join('');
  }

  /** A number for choices that are not a field's value. */
  natural(maximum: number): number {
    this.drawn += 1;
    return fc.sample(fc.noBias(fc.nat({ max: maximum })), {
      seed: this.seed + this.drawn,
      numRuns: 1,
    })[0];
  }

  /** What a person would read in a log, for the types where uniqueness is easy. */
  private readable(field: ResolvedField): unknown {
    const { minLength = 0, maxLength = 255 } = field;
    switch (field.type) {
      case 'string':
      case 'text': {
        if (field.pattern !== undefined || maxLength < 6) {
          return undefined;
        }
        const word = this.word(Math.min(14, maxLength));
        return word.padEnd(minLength, 'x');
      }
      case 'email':
        return `${this.word()}@example.test`;
      case 'uri':
        return `https://example.test/${this.word()}`;
      default:
        return undefined;
    }
  }
}
