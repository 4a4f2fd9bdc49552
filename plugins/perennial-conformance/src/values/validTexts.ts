import type { ResolvedField } from '@perennial/plugin-perennial-common';
import type { Sample } from './types';

const ASTRAL = '😀';

/** Both ends of the ranges of types that are strings on the wire. */
export function validTexts(field: ResolvedField): Sample[] {
  const { minimum, maximum } = field;
  const bounds: Sample[] = [];
  if (typeof minimum === 'string') {
    bounds.push({ label: 'the minimum', value: minimum });
  }
  if (typeof maximum === 'string') {
    bounds.push({ label: 'the maximum', value: maximum });
  }
  switch (field.type) {
    case 'string':
    case 'text':
      return validStrings(field);
    case 'email':
      return [
        `o'hara!#$%&*+/=?^_\`{|}~-@example.test`,
        'first.last@sub.domain.example.museum',
        `${'l'.repeat(64)}@example.test`,
        'Mixed.Case@Example.TEST',
      ].map(value => ({ label: `address ${value.slice(0, 30)}`, value }));
    case 'uri':
      return [
        'http://example.test',
        'HTTP://EXAMPLE.test:80/%7efoo/../bar',
        'https://user@example.test:8443/a/b?c=d&e=%20#f',
        'ftp://[::1]/file',
        `https://example.test/${'p'.repeat(2048 - 21)}`,
      ].map(value => ({ label: `address ${value.slice(0, 40)}`, value }));
    case 'uuid':
      return [
        {
          label: 'the nil UUID',
          value: '00000000-0000-0000-0000-000000000000',
        },
        { label: 'version 7', value: '018f4e7a-9b3c-7def-8123-456789abcdef' },
      ];
    case 'date':
      return [
        ...bounds,
        { label: 'a leap day', value: '2024-02-29' },
        { label: 'the last day of a year', value: '1999-12-31' },
        { label: 'year 1', value: '0001-01-01' },
        { label: 'year 9999', value: '9999-12-31' },
        { label: 'year 0', value: '0000-01-01', lenient: true },
      ];
    case 'time':
      return [
        ...bounds,
        { label: 'midnight', value: '00:00:00' },
        { label: 'the last second', value: '23:59:59' },
        { label: 'microseconds', value: '12:34:56.789012' },
      ];
    case 'dateTime':
      return [
        ...bounds,
        { label: 'UTC with milliseconds', value: '2024-02-29T12:34:56.789Z' },
        { label: 'an offset', value: '2024-01-01T00:30:00.250+05:30' },
        { label: 'a negative offset', value: '2023-12-31T23:30:00-03:00' },
        { label: 'before 1970', value: '1900-01-01T00:00:00.001Z' },
        {
          label: 'a leap second',
          value: '2016-12-31T23:59:60Z',
          lenient: true,
        },
        {
          label: 'an instant whose UTC year is 10000',
          value: '9999-12-31T23:59:59-23:59',
          lenient: true,
        },
        {
          label: 'an instant whose UTC year is 0',
          value: '0001-01-01T00:00:00+23:59',
          lenient: true,
        },
      ];
    default:
      return [];
  }
}

function validStrings(field: ResolvedField): Sample[] {
  const { minLength = 0, maxLength = 255 } = field;
  const sized = (unit: string, length: number) => unit.repeat(length);
  return [
    { label: 'as short as allowed', value: sized('s', minLength) },
    { label: 'as long as allowed', value: sized('l', maxLength) },
    {
      label: 'as long as allowed, of astral characters',
      value: sized(ASTRAL, maxLength),
    },
    { label: 'spaces at both ends', value: ' padded ' },
    { label: 'line breaks and tabs', value: 'one\r\n\ttwo\n' },
    { label: 'decomposed letters', value: 'e\u0301 not é' },
    { label: 'quotes and backslashes', value: `'"\\\`; -- %_` },
    { label: 'markup', value: '<b>&amp;</b>' },
    { label: 'control characters', value: '\u0001\u001f\u007f\u0085' },
    { label: 'noncharacters', value: 'a\ufffe\uffff\u{1ffff}' },
    { label: 'a text like a number', value: '0123.0' },
    { label: 'a text like null', value: 'null' },
  ];
}
