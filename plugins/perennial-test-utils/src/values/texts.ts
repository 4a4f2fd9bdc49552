import type { FieldDocument } from '@perennial/plugin-perennial-common';
import fc from 'fast-check';
import { listOf } from '../lists';
import { hostileText, lengthOf } from '../texts';
import type { FieldDraft } from './types';

type TextType = 'string' | 'text';

/** Parts of patterns, each with texts that it matches. */
const PARTS: { source: string; texts: string[] }[] = [
  { source: '[a-z]+', texts: ['abc', 'x', 'hello'] },
  { source: '[A-Z]{2,4}', texts: ['AB', 'XYZ', 'QRST'] },
  { source: '\\d{3}', texts: ['123', '000', '987'] },
  { source: '-', texts: ['-'] },
  { source: '(?:new|used)', texts: ['new', 'used'] },
  { source: '(red|green)?', texts: ['red', '', 'green'] },
  { source: '\\.', texts: ['.'] },
  { source: '\\/', texts: ['/'] },
  { source: '[^"\\\\]{1,5}', texts: ['a b', "it's", '😀'] },
  { source: '[\'"`]', texts: ['"', "'", '`'] },
  { source: '\\*\\/', texts: ['*/'] },
  { source: '"""', texts: ['"""'] },
  { source: '#\\{', texts: ['#{'] },
  { source: '[%$]', texts: ['%', '$'] },
  { source: '\\\\', texts: ['\\'] },
  { source: '[à-ÿ]{1,3}', texts: ['é', 'üö', 'ñ'] },
  { source: '\\w{2,6}', texts: ['a_1', 'Z9', 'word'] },
  { source: '\\S\\s?', texts: ['x ', 'y', '漢'] },
  { source: '.{0,4}', texts: ['', 'any', '\t'] },
];

const SAMPLES = 6;

interface PatternDraft {
  pattern: string;
  values: string[];
}

/** A pattern of some parts, and texts that match it. */
const patternDraft: fc.Arbitrary<PatternDraft> = fc
  .record({
    parts: listOf(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 4 }),
    start: fc.constantFrom('^', '^', '^', ''),
    end: fc.constantFrom('$', '$', '$', ''),
  })
  .map(({ parts, start, end }) => ({
    pattern: start + parts.map(part => part.source).join('') + end,
    values: Array.from({ length: SAMPLES }, (_, index) =>
      parts
        .map(({ texts }, place) => texts[(index * (place + 1)) % texts.length])
        .join(''),
    ),
  }));

const plainValues: fc.Arbitrary<{ values: string[] }> = fc
  .uniqueArray(hostileText, { minLength: 2, maxLength: 4 })
  .map(values => ({ values }));

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}

/** The longest that an index holds, and lengths that no index needs to. */
const ROOM = fc.constantFrom(0, 1, 10, 200, 5_000);

/** A text whose lengths are those of its values, or looser. */
export function textDraft(type: TextType): fc.Arbitrary<FieldDraft> {
  return fc
    .record({
      found: fc.oneof(
        { withCrossShrink: true },
        { weight: 3, arbitrary: plainValues },
        { weight: 2, arbitrary: patternDraft },
      ),
      minLength: fc.boolean(),
      room: fc.option(ROOM, { nil: undefined }),
    })
    .map(({ found, minLength, room }) => {
      const { values, ...rest } = found;
      const lengths = values.map(lengthOf);
      const document: FieldDraft['document'] = { type, ...rest };
      if (minLength) document.minLength = Math.min(...lengths);
      if (room !== undefined)
        document.maxLength = Math.max(1, ...lengths) + room;
      return { document, values: distinct(values) };
    });
}

const EMAILS = [
  ...['ada@example.com', 'a.b+c@mail.example.org', "o'hara@example.test"],
  ...['x_y-z@sub.domain.example', '{x}%~@example.com', 'UPPER@Example.COM'],
];

const URIS = [
  ...['https://example.com/', 'http://example.com/a?b=c&d=%20#e'],
  ...['ftp://user@example.org:21/x', "https://example.com/it's/(x)/$1"],
  ...['urn-x://host/path', 'HTTPS://EXAMPLE.COM/A'],
];

/** Room for the values that the resolver makes up itself. */
const SHORTEST = 12;
const LONGEST = 60;

function formatDraft(
  type: 'email' | 'uri',
  texts: string[],
): fc.Arbitrary<FieldDraft> {
  return fc
    .record({
      values: fc.subarray(texts, { minLength: 2 }),
      minLength: fc.option(fc.nat({ max: SHORTEST }), { nil: undefined }),
      room: fc.option(fc.nat({ max: 190 }), { nil: undefined }),
    })
    .map(({ values, minLength, room }) => {
      const document: Omit<FieldDocument, 'name'> = { type };
      if (minLength !== undefined) document.minLength = minLength;
      if (room !== undefined) document.maxLength = LONGEST + room;
      return { document, values };
    });
}

export const emailDraft = formatDraft('email', EMAILS);
export const uriDraft = formatDraft('uri', URIS);
