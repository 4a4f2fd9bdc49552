import fc from 'fast-check';
import { commentText } from './comment';

describe('commentText', () => {
  it.each([
    ['ends */ here', 'ends * / here'],
    ['two\nlines\r\nand\u2028more', 'two lines and more'],
    ['"""', "'"],
    ['tail \\', 'tail /'],
    ['<!-- x -->', '(!- x -)'],
    ['{{ a }} {% b %} {# c #} ${d}', '( a ) ( b ) ( c ) (d}'],
    ['`code`', "'code'"],
    ['Plain text, 5 % off — “yes”.', 'Plain text, 5 % off — “yes”.'],
  ])('makes %j harmless', (text, expected) => {
    expect(commentText(text)).toBe(expected);
  });

  it('never ends or opens a comment of any target language', () => {
    const parts = fc.constantFrom(
      '*',
      '/',
      '"',
      "'",
      '`',
      '-',
      '<',
      '>',
      '{',
      '}',
      '%',
      '#',
      '$',
      '\\',
      '\n',
      '\u2028',
      'a',
      ' ',
      '@',
      '\u202e',
      '\u0085',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), list => {
        const text = commentText(list.join(''));
        expect(text).not.toMatch(
          /\*\/|\/\*|"|'''|`|--|<|>|\{\{|\{%|\{#|\}\}|%\}|#\}|\$\{|\\|[\r\n\u0085\u2028\u2029\u202e]/,
        );
        expect(commentText(text)).toBe(text);
      }),
      { numRuns: 3_000 },
    );
  });
});
