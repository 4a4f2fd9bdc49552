import { validateModel } from './validateModel';

const FIRST = 'entities[0].fields[0]';

describe('validateModel, on text', () => {
  it('says in which line and column', () => {
    const text =
      'entities:\n  - name: A\n    fields:\n      - { name: a, type: string, index: 3 }\n';
    expect(validateModel(text)).toEqual([
      expect.objectContaining({ path: `${FIRST}.index`, line: 4, column: 34 }),
    ]);
    expect(validateModel('entities: [')).toEqual([
      expect.objectContaining({ path: '', line: 1, column: 12 }),
    ]);
    expect(validateModel('a: 1\na: 2')[0]).toMatchObject({
      line: 2,
      column: 1,
    });
  });

  it.each([
    ['nothing', '', /empty/],
    ['only a comment', '# nothing', /empty/],
    ['another document', '--- 1\n--- 2', /cannot be read/],
    ['a list', '[]', /found a list/],
    ['an alias to nothing', 'a: *b', /cannot be read/],
    [
      'more than a mebibyte',
      `# ${'x'.repeat(1024 * 1024)}`,
      /larger than 1024 KiB/,
    ],
    ['brackets without end', '['.repeat(50_000), /nested too deeply/],
    ['__proto__', '{"entities":[],"__proto__":{"polluted":true}}', /__proto__/],
  ])('that is %s', (_what, text, message) => {
    expect(validateModel(text)[0].message).toMatch(message);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('that grows by aliases', () => {
    const lines = Array.from({ length: 12 }, (_, level) => {
      const item = level === 0 ? 'x' : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array.from(
        { length: 9 },
        () => item,
      ).join(', ')}]`;
    });
    expect(validateModel(lines.join('\n'))[0].message).toMatch(
      /cannot be read/,
    );
  });
});
