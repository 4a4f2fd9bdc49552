import fc from 'fast-check';
import { listOf } from './lists';

const WORDS = ['text', 'a', 'Size', 'what it means', '0', 'x y'];

/** What ends, opens or fills something in a language that services are written in. */
const TRAPS = [
  ...["it's", 'a "b"', '\\', '\\n', "\\'", '\\"', '`', '`${x}`', '$', '$&'],
  ...['*/', '/*', '//', '"""', "'''", '#', '#{x}', '{#', '#}', '{{ x }}', '}}'],
  ...['%', '%s', '%(x)s', '%%', '{x}', '{0}', ':x', '--', ';', '<!--', '-->'],
  ...[
    '<b>&amp;',
    '</script>',
    '@param {x}',
    '- a',
    'x: y',
    '? ',
    '| a',
    '!!str',
  ],
  ...['null', 'true', 'no', '~', '1e3', '0x1f', '2026-01-01', '=1+1', '[a](b)'],
  ...['é', 'ß', 'İ', '漢字', 'ع', '😀', '\u200b', '\u2028', '\ufeff'],
  ...['\n', '\r\n', '\t', '\n\n# x', 'e\u0301', "'); DROP TABLE x; --"],
];

/** A model may not hold what Backstage takes for template syntax. */
function withoutTemplateSyntax(text: string): string {
  return text.replace(/\{%/g, '{ %').replace(/\$\{\{/g, '$ {{');
}

const piece = fc.oneof(
  { withCrossShrink: true },
  { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...TRAPS) },
);

/** Text that careless encoding would break, of at least one character. */
export const hostileText: fc.Arbitrary<string> = fc
  .tuple(
    listOf(piece, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(' ', ''),
  )
  .map(([pieces, separator]) => withoutTemplateSyntax(pieces.join(separator)));

/** Hostile text that is one line without white space that nobody would see. */
export const hostileLine: fc.Arbitrary<string> = hostileText.map(
  text => text.replace(/[\r\n\t]+/g, ' ').trim() || 'text',
);

/** How long a text is: in code points, as the model counts. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
