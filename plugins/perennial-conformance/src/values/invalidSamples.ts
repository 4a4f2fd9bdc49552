import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { RawJson } from '../http/wire';
import { pointerTo } from '../runner/problems';
import { invalidNumbers } from './numberSamples';
import { accepts } from './oracle';
import { invalidTexts } from './invalidTexts';
import type { Sample } from './types';
import { nested } from './validSamples';

/**
 * Values that the field must refuse. One that the published schema takes all the
 * same is left out, unless the contract's words refuse it whatever the schema
 * can say (dates that no calendar has, what is no text, what is too deep).
 */
export function invalidSamples(field: ResolvedField): Sample[] {
  return [...wrongTypes(field), ...candidates(field)].filter(
    sample => sample.at !== undefined || !accepts(field, sample.value),
  );
}

function candidates(field: ResolvedField): Sample[] {
  switch (field.type) {
    case 'string':
    case 'text':
    case 'email':
    case 'uri':
    case 'uuid':
    case 'date':
    case 'time':
    case 'dateTime':
      return invalidTexts(field);
    case 'integer':
    case 'number':
    case 'bigInteger':
    case 'decimal':
      return invalidNumbers(field);
    case 'boolean':
      return ['true', 1, 0, 'yes', ''].map(value => ({
        label: JSON.stringify(value),
        value,
      }));
    case 'enum':
      return invalidEnums(field);
    case 'json':
      return [
        { label: 'NUL inside', value: { a: ['x\u0000'] }, at: '' },
        { label: 'an unpaired surrogate inside', value: ['\ud800'], at: '' },
        { label: 'NUL in a key', value: { 'a\u0000': 1 }, at: '' },
        { label: 'nesting of 66', value: nested(66), at: '', unpointed: true },
        { label: '1e999 inside', value: new RawJson('[1e999]'), at: '' },
      ];
    case 'array':
      return invalidArrays(field);
    case 'object':
      return invalidObjects(field);
    default:
      return [];
  }
}

function wrongTypes(field: ResolvedField): Sample[] {
  const all: Sample[] = [
    { label: 'a number', value: 12345 },
    { label: 'a boolean', value: true },
    { label: 'a string', value: 'text' },
    { label: 'an array', value: [] },
    { label: 'an array around it', value: [field.examples[0]] },
    { label: 'an object', value: {} },
    { label: 'an operator object', value: { $gt: '' } },
  ];
  return field.type === 'json' ? [] : all;
}

function invalidEnums(field: ResolvedField): Sample[] {
  const values = field.values ?? [];
  const [first = ''] = values;
  return [
    `${first}?`,
    ` ${first}`,
    first.toUpperCase(),
    first.toLowerCase(),
    '',
    'constructor',
    'toString',
  ]
    .filter(value => !values.includes(value))
    .map(value => ({ label: `value ${JSON.stringify(value)}`, value }));
}

function invalidArrays(field: ResolvedField): Sample[] {
  const items = field.items;
  if (!items) {
    return [];
  }
  const of = (count: number) =>
    Array.from({ length: count }, () => items.examples[0]);
  const filler = of(Math.max(field.minItems ?? 0, 1));
  const samples: Sample[] = candidates(items)
    .filter(sample => sample.at !== undefined || !accepts(items, sample.value))
    .slice(0, 6)
    .map(sample => ({
      label: `item: ${sample.label}`,
      value: [...filler.slice(1), sample.value],
      at: pointerTo(filler.length - 1) + (sample.at ?? ''),
      unpointed: sample.unpointed,
    }));
  samples.push({
    label: 'a null item',
    value: [...filler.slice(1), null],
    at: pointerTo(filler.length - 1),
  });
  if (field.minItems !== undefined && field.minItems > 0) {
    samples.push({ label: 'too few items', value: of(field.minItems - 1) });
  }
  if (field.maxItems !== undefined) {
    samples.push({ label: 'too many items', value: of(field.maxItems + 1) });
  }
  return samples;
}

function invalidObjects(field: ResolvedField): Sample[] {
  const members = field.fields ?? [];
  const full = Object.fromEntries(
    members.map(member => [member.name, member.examples[0]]),
  );
  const wrong = members.flatMap(member =>
    invalidSamples(member)
      .slice(0, 8)
      .map(sample => ({
        label: `${member.name}: ${sample.label}`,
        value: { ...full, [member.name]: sample.value },
        at: pointerTo(member.name) + (sample.at ?? ''),
        unpointed: sample.unpointed,
      })),
  );
  const missing = members
    .filter(member => member.required && !member.hasDefault)
    .map(member => {
      const { [member.name]: _left, ...rest } = full;
      return {
        label: `${member.name} left out`,
        value: rest,
        at: pointerTo(member.name),
      };
    });
  return [
    ...wrong,
    ...missing,
    {
      label: 'an unknown member',
      value: { ...full, unknown_member: 1 },
      at: pointerTo('unknown_member'),
    },
    {
      label: 'an own __proto__ member',
      value: new RawJson(
        JSON.stringify(full).replace(
          /\}$/,
          `${members.length > 0 ? ',' : ''}"__proto__":{"polluted":1}}`,
        ),
      ),
      at: '',
    },
  ];
}
