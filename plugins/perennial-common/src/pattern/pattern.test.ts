import fc from 'fast-check';
import {
  isPattern,
  parsePattern,
  patternSteps,
  printPattern,
  samplePattern,
  type Pattern,
} from '.';

function parsed(source: string): Pattern {
  const pattern = parsePattern(source);
  if (!isPattern(pattern)) throw new Error(`${source}: ${pattern.message}`);
  return pattern;
}

const SOUND = [
  '^[A-Z0-9-]+$',
  '^[a-z]+(-[a-z]+)*$',
  '^\\d{4}-\\d{2}$',
  '^(?:\\d{1,3}\\.){3}\\d{1,3}$',
  '[a-z]',
  '^a|b$',
  'x{2,}',
  '^[^,;]*(?:,[^,;]*)*$',
  '^\\+?[0-9 ()-]{6,20}$',
  '^\\S+@\\S+\\.\\S+$',
  '^#[0-9a-fA-F]{6}$',
  '^[À-ÿ\\u0100-\\u017F]+$',
  '^[[(+--]+$',
];

describe('parsePattern', () => {
  it.each([
    ['(', /not a regular expression/],
    ['^[z-a]$', /not a regular expression/],
    ['\\-', /not a regular expression/],
    ['^(?=a)a$', /lookahead/],
    ['(?<!a)b', /lookbehind/],
    ['\\bword', /word boundary/],
    ['(a)\\1', /backreference/],
    ['(?<year>\\d+)', /named group/],
    ['^\\p{L}+$', /Unicode property/],
    ['a+?', /lazy/],
    ['^[a-z]{1,300}$', /repetitions/],
    ['a^b', /in the middle/],
    ['\\0', /NUL/],
    ['\\u{1F600}', /escape/],
    ['[]', /empty set/],
  ])('refuses %s', (source, message) => {
    const result = parsePattern(source);
    expect(isPattern(result)).toBe(false);
    expect((result as { message: string }).message).toMatch(message);
    expect((result as { mend: string }).mend).not.toBe('');
  });
});

describe('printPattern', () => {
  it('leaves a portable pattern as the author wrote it', () => {
    expect(printPattern(parsed('^[A-Z0-9]+(-[A-Z0-9]+)*$'))).toBe(
      '^[A-Z0-9]+(-[A-Z0-9]+)*$',
    );
  });

  it('writes out what other dialects read differently', () => {
    expect(printPattern(parsed('^\\d\\w$'))).toBe('^[0-9][0-9A-Z_a-z]$');
    expect(printPattern(parsed('a.b'))).toBe(
      '^[^\\u0000]*a[^\\u0000\\u000a\\u000d\\u2028\\u2029]b[^\\u0000]*$',
    );
  });

  it('writes out what Python reads differently', () => {
    expect(printPattern(parsed('^\\ud83d\\ude00$'))).toBe('^\u{1f600}$');
    expect(printPattern(parsed('^[[a|][b||c]$'))).toBe('^[\\[a|][bc|]$');
  });

  it.each(SOUND)('means the same: %s', source => {
    const [own, printed] = [
      new RegExp(source, 'u'),
      new RegExp(printPattern(parsed(source)), 'u'),
    ];
    const text = fc.oneof(
      fc.string({
        unit: fc.constantFrom(...'aAzZ09-_.,;@# é\n\u2028+()x'),
        maxLength: 8,
      }),
      fc.stringMatching(new RegExp(source, 'u')),
    );
    fc.assert(
      fc.property(text, value => {
        // Texts never hold NUL, and the published pattern says so.
        fc.pre(!value.includes('\u0000'));
        expect([value, printed.test(value)]).toEqual([value, own.test(value)]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('samplePattern', () => {
  it.each(SOUND)('finds texts for %s', source => {
    const expression = new RegExp(source, 'u');
    for (let seed = 0; seed < 12; seed++) {
      expect(samplePattern(parsed(source), seed, 2)).toMatch(expression);
    }
  });
});

describe('patternSteps', () => {
  it.each([
    '^[A-Z0-9-]+$',
    '^[a-z]+(-[a-z]+)*$',
    '^(a|ab)*$',
    '^([a-z0-9]{1,63}\\.)+[a-z]{2,24}$',
    '^[A-Z][a-z]+( [A-Z][a-z]+)*$',
  ])('takes %s for linear', source =>
    expect(patternSteps(parsed(source), 255)).toBe(255),
  );

  it.each([
    ['a+b', 2],
    ['^.*foo.*bar.*$', 3],
    ['^a*a*b$', 2],
  ])('takes %s for polynomial', (source, degree) =>
    expect(patternSteps(parsed(source), 100)).toBe(100 ** degree),
  );

  it.each([
    '(a+)+$',
    '^(a*)*b$',
    '^(a|a)*$',
    '^(a?b?)*$',
    '^([a-z]+ ?)+$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '^(?:a{0,255}){0,255}$',
  ])('takes %s for exponential', source =>
    expect(patternSteps(parsed(source), 255)).toBe(Infinity),
  );
});
