import fc from 'fast-check';
import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { RawJson } from '../http/wire';
import { fieldArbitrary } from './arbitrary';
import { validNumbers } from './numberSamples';
import { accepts } from './oracle';
import { validTexts } from './validTexts';
import type { Sample } from './types';

const RANDOM_SAMPLES = 3;

/**
 * Values that the field must take: ordinary ones, both ends of each bound, and
 * the spellings that careless code changes on the way.
 */
export function validSamples(field: ResolvedField, seed: number): Sample[] {
  const random = fc
    .sample(fieldArbitrary(field), { seed, numRuns: RANDOM_SAMPLES })
    .map((value, index) => ({ label: `random value ${index + 1}`, value }));
  const samples = [
    ...field.examples.map((value, index) => ({
      label: `example ${index + 1}`,
      value,
    })),
    ...edges(field),
    ...random,
  ];
  return distinct(samples.filter(sample => accepts(field, sample.value)));
}

function edges(field: ResolvedField): Sample[] {
  switch (field.type) {
    case 'string':
    case 'text':
    case 'email':
    case 'uri':
    case 'uuid':
    case 'date':
    case 'time':
    case 'dateTime':
      return validTexts(field);
    case 'integer':
    case 'number':
    case 'bigInteger':
    case 'decimal':
      return validNumbers(field);
    case 'boolean':
      return [
        { label: 'true', value: true },
        { label: 'false', value: false },
      ];
    case 'enum':
      return (field.values ?? []).map(value => ({
        label: `value ${value}`,
        value,
      }));
    case 'json':
      return validJson();
    case 'array':
      return validArrays(field);
    case 'object':
      return validObjects(field);
    default:
      return [];
  }
}

function validJson(): Sample[] {
  return [
    { label: 'false', value: false },
    { label: 'zero', value: 0 },
    { label: 'an empty string', value: '' },
    { label: 'an empty array', value: [] },
    { label: 'an empty object', value: {} },
    { label: 'null inside', value: { a: null, b: [null] } },
    { label: 'keys with $ and dots', value: { $gt: 1, 'a.b': 2, '': 3 } },
    { label: 'the key constructor', value: { constructor: { x: 1 } } },
    { label: 'fractions', value: [0.1, 1e-7, 1e21, -1.5] },
    { label: 'nesting of 60', value: nested(60) },
    {
      label: 'an integer over 2^53',
      value: new RawJson('[9007199254740993]'),
      lenient: true,
      verbatim: '9007199254740993',
    },
    {
      label: 'an own __proto__ member',
      value: new RawJson('{"__proto__":{"polluted":1}}'),
      lenient: true,
    },
  ];
}

/** Arrays within arrays, `depth` of them. */
export function nested(depth: number): RawJson {
  return new RawJson(`${'['.repeat(depth)}${']'.repeat(depth)}`);
}

function validArrays(field: ResolvedField): Sample[] {
  const items = field.items;
  if (!items) {
    return [];
  }
  const of = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const samples = items.examples;
      return samples[index % samples.length];
    });
  const samples: Sample[] = [
    { label: 'no items', value: [] },
    { label: 'one item', value: of(1) },
    { label: 'the same item twice', value: [...of(1), ...of(1)] },
    { label: 'items in an order of their own', value: of(3).reverse() },
  ];
  if (field.minItems !== undefined) {
    samples.push({
      label: 'as few items as allowed',
      value: of(field.minItems),
    });
  }
  if (field.maxItems !== undefined) {
    samples.push({
      label: 'as many items as allowed',
      value: of(field.maxItems),
    });
  }
  return samples;
}

function validObjects(field: ResolvedField): Sample[] {
  const members = field.fields ?? [];
  const full = Object.fromEntries(
    members.map(member => [member.name, member.examples[0]]),
  );
  const least = Object.fromEntries(
    members
      .filter(member => member.required)
      .map(member => [member.name, member.examples[0]]),
  );
  return [
    { label: 'all members', value: full },
    { label: 'required members only', value: least },
    ...members.flatMap(member =>
      edges(member).map(sample => ({
        label: `${member.name}: ${sample.label}`,
        value: { ...full, [member.name]: sample.value },
        lenient: sample.lenient,
      })),
    ),
  ];
}

function distinct(samples: Sample[]): Sample[] {
  const seen = new Set<string>();
  return samples.filter(sample => {
    const text =
      sample.value instanceof RawJson
        ? sample.value.text
        : JSON.stringify(sample.value);
    const known = seen.has(text);
    seen.add(text);
    return !known;
  });
}
