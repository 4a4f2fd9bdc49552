import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { RawJson } from '../http/wire';
import { fromUnits, unitBounds } from './decimal';
import type { Sample } from './types';

const INT32_MINIMUM = -2_147_483_648;
const INT32_MAXIMUM = 2_147_483_647;

function bounds(field: ResolvedField): { least: number; most: number } {
  const [widestLeast, widestMost] =
    field.type === 'integer' ? [INT32_MINIMUM, INT32_MAXIMUM] : [-1e308, 1e308];
  return {
    least: Math.max(Number(field.minimum ?? widestLeast), widestLeast),
    most: Math.min(Number(field.maximum ?? widestMost), widestMost),
  };
}

/** Numbers that a field must take, where its bounds allow them. */
export function validNumbers(field: ResolvedField): Sample[] {
  if (field.type === 'decimal' || field.type === 'bigInteger') {
    const { scale, least, most } = unitBounds(field);
    return [
      { label: 'the least', value: fromUnits(least, scale) },
      { label: 'the most', value: fromUnits(most, scale) },
      { label: 'zero', value: fromUnits(0n, scale) },
      { label: 'an integer without a point', value: '7' },
      { label: 'a JSON number', value: 12 },
      { label: 'a JSON number with a fraction', value: 1.5 },
      { label: 'a JSON number of 1.0', value: new RawJson('1.0') },
      { label: '2^53 - 1 as a JSON number', value: Number.MAX_SAFE_INTEGER },
      { label: '2^53 + 1 as a string', value: '9007199254740993' },
    ];
  }
  const { least, most } = bounds(field);
  const shared: Sample[] = [
    { label: 'the least', value: least },
    { label: 'the most', value: most },
    { label: 'zero', value: 0 },
    { label: 'minus zero', value: new RawJson('-0') },
    { label: 'an exponent', value: new RawJson('1e1') },
    { label: 'an integer written as 1.0', value: new RawJson('1.0') },
  ];
  return field.type === 'integer'
    ? shared
    : [
        ...shared,
        { label: 'a fraction that is no sum of halves', value: 0.1 },
        { label: 'a tiny number', value: 5e-300 },
        { label: 'a huge number', value: 1.7976931348623157e307 },
        { label: '2^53 + 2', value: 9_007_199_254_740_994 },
      ];
}

/** Numbers that a field must refuse. */
export function invalidNumbers(field: ResolvedField): Sample[] {
  if (field.type === 'decimal' || field.type === 'bigInteger') {
    return invalidDecimals(field);
  }
  const { least, most } = bounds(field);
  const samples: Sample[] = [
    { label: '1e999', value: new RawJson('1e999') },
    { label: '-1e999', value: new RawJson('-1e999') },
    { label: 'a string', value: '1' },
    { label: 'an empty string', value: '' },
    { label: 'true', value: true },
  ];
  if (field.type === 'integer') {
    samples.push(
      { label: 'just under the least', value: least - 1 },
      { label: 'just over the most', value: most + 1 },
      {
        label: 'a fraction',
        value: (least <= 1 && most >= 2 ? 1 : least) + 0.5,
      },
      { label: '2^53 + 1', value: new RawJson('9007199254740993') },
    );
    return samples;
  }
  const step = (value: number) => Math.max(Math.abs(value) * 1e-9, 1e-9);
  samples.push(
    { label: 'just under the least', value: least - step(least) },
    { label: 'just over the most', value: most + step(most) },
    { label: '1.1e308', value: 1.1e308 },
  );
  return samples;
}

function invalidDecimals(field: ResolvedField): Sample[] {
  const { scale, least, most } = unitBounds(field);
  const samples: Sample[] = [
    { label: 'just under the least', value: fromUnits(least - 1n, scale) },
    { label: 'just over the most', value: fromUnits(most + 1n, scale) },
    { label: 'excess scale', value: `0.${'0'.repeat(scale)}1` },
    {
      label: 'excess scale as a JSON number',
      value: new RawJson(`0.${'0'.repeat(scale)}1`),
    },
    {
      label: '2^53 + 1 as a JSON number',
      value: new RawJson('9007199254740993'),
    },
    { label: '1e999', value: new RawJson('1e999') },
    { label: 'an exponent in a string', value: '1e1' },
    { label: 'hexadecimal', value: '0x10' },
    { label: 'spaces', value: ' 1' },
    { label: 'a line break at the end', value: '1\n' },
    { label: 'a comma', value: '1,5' },
    { label: 'words', value: 'NaN' },
    { label: 'an empty string', value: '' },
    { label: 'true', value: true },
  ];
  return samples;
}
