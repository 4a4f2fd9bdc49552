import type { ResolvedField } from '@perennial/plugin-perennial-common';
import {
  addDays,
  addMilliseconds,
  timeMicroseconds,
  timeText,
} from './calendar';
import { codePoints } from './oracle';
import { mismatches } from './patterns';
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

/** Texts that a field must refuse. */
export function invalidTexts(field: ResolvedField): Sample[] {
  switch (field.type) {
    case 'string':
    case 'text':
      return invalidStrings(field);
    case 'email':
      return [
        'plain',
        '@example.test',
        'a@',
        'a@b@example.test',
        'a b@example.test',
        'a..b@example.test',
        '.a@example.test',
        'a.@example.test',
        '"quoted"@example.test',
        `${'l'.repeat(65)}@example.test`,
        'a@ab--cd.test',
        'a@-example.test',
        'a@example.test\n',
        '',
      ].map(value => ({
        label: `address ${JSON.stringify(value).slice(0, 40)}`,
        value,
        at: '',
      }));
    case 'uri':
      return [
        'example.test/path',
        '/path',
        '//example.test',
        'urn:isbn:0451450523',
        'mailto:a@example.test',
        'http://',
        'http:///path',
        'http://exa mple.test',
        'http://example.test/a b',
        'http://example.test\n',
        `https://example.test/${'p'.repeat(2049 - 21)}`,
        '',
      ].map(value => ({
        label: `address ${JSON.stringify(value).slice(0, 40)}`,
        value,
        at: '',
      }));
    case 'uuid':
      return [
        'not-a-uuid',
        '018f4e7a9b3c7def8123456789abcdef',
        '{018f4e7a-9b3c-7def-8123-456789abcdef}',
        'urn:uuid:018f4e7a-9b3c-7def-8123-456789abcdef',
        '018f4e7a-9b3c-7def-8123-456789abcdeg',
        '018f4e7a-9b3c-7def-8123-456789abcdef\n',
        '',
      ].map(value => ({
        label: `text ${JSON.stringify(value)}`,
        value,
        at: '',
      }));
    case 'date':
      return [
        ...outsideText(field, (bound, step) => addDays(bound, step)),
        ...[
          '2024-02-30',
          '2023-02-29',
          '2024-13-01',
          '2024-00-10',
          '2024-1-1',
          '20240101',
          '2024-01-01T00:00:00Z',
          '2024-W01-1',
          '12024-01-01',
          'today',
          '',
        ].map(value => ({
          label: `date ${JSON.stringify(value)}`,
          value,
          at: '',
        })),
      ];
    case 'time':
      return [
        ...outsideText(field, (bound, step) => {
          const moved = (timeMicroseconds(bound) ?? 0) + step * 1_000_000;
          return moved < 0 || moved >= 86_400_000_000
            ? undefined
            : timeText(moved);
        }),
        ...[
          '24:00:00',
          '12:60:00',
          '12:00:60',
          '12:00',
          '1:00:00',
          '12:00:00Z',
          '12:00:00+01:00',
          '12:00:00.1234567',
          'noon',
          '',
        ].map(value => ({
          label: `time ${JSON.stringify(value)}`,
          value,
          at: '',
        })),
      ];
    case 'dateTime':
      return [
        ...outsideText(field, (bound, step) => addMilliseconds(bound, step)),
        ...[
          '2024-01-01T00:00:00',
          '2024-01-01',
          '2024-02-30T00:00:00Z',
          '2024-01-01T24:00:00Z',
          '2024-01-01T12:60:00Z',
          '2024-01-01T00:00:00+25:00',
          '2024-01-01T00:00Z',
          '1704067200',
          'now',
          '',
        ].map(value => ({
          label: `instant ${JSON.stringify(value)}`,
          value,
          at: '',
        })),
      ];
    default:
      return [];
  }
}

function invalidStrings(field: ResolvedField): Sample[] {
  const { minLength = 0, maxLength = 255 } = field;
  const samples: Sample[] = [
    { label: 'one code point too long', value: 'l'.repeat(maxLength + 1) },
    {
      label: 'one astral character too long',
      value: ASTRAL.repeat(maxLength + 1),
    },
    { label: 'NUL', value: `a\u0000b`.padEnd(minLength, 'x') },
    {
      label: 'an unpaired high surrogate',
      value: `\ud83d`.padEnd(Math.max(minLength, 2), 'x'),
    },
    {
      label: 'an unpaired low surrogate',
      value: `\ude00`.padStart(Math.max(minLength, 2), 'x'),
    },
  ];
  if (minLength > 0) {
    samples.push({
      label: 'one code point too short',
      value: 's'.repeat(minLength - 1),
    });
    samples.push({
      // UTF-16 length is enough, the number of characters is not.
      label: 'too few astral characters',
      value: ASTRAL.repeat(minLength - 1),
    });
  }
  if (field.pattern !== undefined) {
    samples.push(
      ...mismatches(field, field.pattern).map(value => ({
        label: `${JSON.stringify(value).slice(0, 40)} against the pattern`,
        value,
      })),
    );
  }
  return samples.filter(
    sample => maxLength < 100_000 || codePoints(String(sample.value)) < 100_000,
  );
}

/** The nearest values outside of the field's bounds. */
function outsideText(
  field: ResolvedField,
  move: (bound: string, step: number) => string | undefined,
): Sample[] {
  const samples: Sample[] = [];
  if (typeof field.minimum === 'string') {
    const value = move(field.minimum, -1);
    if (value !== undefined) {
      samples.push({ label: 'just under the minimum', value, at: '' });
    }
  }
  if (typeof field.maximum === 'string') {
    const value = move(field.maximum, 1);
    if (value !== undefined) {
      samples.push({ label: 'just over the maximum', value, at: '' });
    }
  }
  return samples;
}
