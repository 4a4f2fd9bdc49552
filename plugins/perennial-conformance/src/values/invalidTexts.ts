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
