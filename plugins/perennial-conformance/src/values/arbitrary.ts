import fc from 'fast-check';
import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { timeText } from './calendar';
import { fromUnits, unitBounds } from './decimal';
import { accepts } from './oracle';
import { patternArbitrary } from './patterns';

const INT32_MINIMUM = -2_147_483_648;
const INT32_MAXIMUM = 2_147_483_647;
const DAY_MICROSECONDS = 86_400_000_000;
const RANDOM_LENGTH = 60;

/** Any value that a field takes, null aside. */
export function fieldArbitrary(field: ResolvedField): fc.Arbitrary<unknown> {
  return unfiltered(field).filter(value => accepts(field, value));
}

function unfiltered(field: ResolvedField): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'string':
    case 'text':
      return textArbitrary(field);
    case 'integer':
      return fc.integer({
        min: Math.max(Number(field.minimum ?? INT32_MINIMUM), INT32_MINIMUM),
        max: Math.min(Number(field.maximum ?? INT32_MAXIMUM), INT32_MAXIMUM),
      });
    case 'number':
      return fc
        .double({
          noNaN: true,
          noDefaultInfinity: true,
          min: Number(field.minimum ?? -1e308),
          max: Number(field.maximum ?? 1e308),
        })
        .map(value => (value === 0 ? 0 : value));
    case 'bigInteger':
    case 'decimal': {
      const { scale, least, most } = unitBounds(field);
      return fc
        .bigInt({ min: least, max: most })
        .map(units => fromUnits(units, scale));
    }
    case 'boolean':
      return fc.boolean();
    case 'date':
      return dateArbitrary(field).map(date => date.toISOString().slice(0, 10));
    case 'dateTime':
      return dateArbitrary(field).map(date => date.toISOString());
    case 'time':
      return fc.integer({ min: 0, max: DAY_MICROSECONDS - 1 }).map(timeText);
    case 'uuid':
      return fc.uuid();
    case 'email':
      return fc.emailAddress().map(address => address.toLowerCase());
    case 'uri':
      return fc.webUrl({ withQueryParameters: true, withFragments: true });
    case 'enum':
      return fc.constantFrom(...(field.values ?? []));
    case 'json':
      return jsonArbitrary();
    case 'array':
      return fc.array(fieldArbitrary(field.items!), {
        minLength: field.minItems ?? 0,
        maxLength: Math.min(field.maxItems ?? 5, (field.minItems ?? 0) + 5),
      });
    case 'object':
      return objectArbitrary(field.fields ?? []);
    default:
      return fc.constantFrom(...field.examples);
  }
}

function textArbitrary(field: ResolvedField): fc.Arbitrary<string> {
  if (field.pattern !== undefined) {
    return patternArbitrary(field, field.pattern);
  }
  const minLength = field.minLength ?? 0;
  return fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz ABC 0123456789-_%\\\'"'),
      fc.constantFrom('é', 'ß', 'İ', '漢', 'ع', '😀', '𝒳', '\u0301', '\u200d'),
    ),
    minLength,
    maxLength: Math.min(
      field.maxLength ?? RANDOM_LENGTH,
      minLength + RANDOM_LENGTH,
    ),
  });
}

function dateArbitrary(field: ResolvedField): fc.Arbitrary<Date> {
  const instant = (bound: number | string | undefined, otherwise: string) =>
    new Date(typeof bound === 'string' ? bound : otherwise);
  return fc.date({
    min: instant(field.minimum, '1000-01-01T00:00:00Z'),
    max: instant(field.maximum, '9998-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
}

function jsonArbitrary(): fc.Arbitrary<unknown> {
  return (
    fc
      .jsonValue({ maxDepth: 3 })
      .filter(
        value =>
          value !== null && !JSON.stringify(value).includes('"__proto__"'),
      )
      // JSON text has one zero only.
      .map(value => JSON.parse(JSON.stringify(value)) as unknown)
  );
}

function objectArbitrary(
  members: ResolvedField[],
): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(
    Object.fromEntries(
      members.map(member => [member.name, fieldArbitrary(member)]),
    ),
    {
      requiredKeys: members
        .filter(member => member.required)
        .map(member => member.name),
      noNullPrototype: true,
    },
  );
}
