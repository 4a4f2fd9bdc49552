import { readText } from './readText';

function problemsOf(text: string) {
  return readText(text).problems;
}

describe('readText', () => {
  it('knows an empty text, and one of comments only', () => {
    expect(readText(' \n').state).toBe('empty');
    expect(readText('# soon\n').state).toBe('empty');
  });

  it('gives the model, valid or not', () => {
    expect(readText('entities:\n  - name: 7\n')).toMatchObject({
      state: 'readable',
      model: { entities: [{ name: 7 }] },
    });
  });

  it('takes JSON', () => {
    expect(readText('{"entities":[{"name":"Tag"}]}')).toMatchObject({
      state: 'readable',
      model: { entities: [{ name: 'Tag' }] },
    });
  });

  it('explains a syntax error where it is, and gives no model', () => {
    const reading = readText('entities:\n  - name: Product\n\t  fields: []\n');

    expect(reading.state).toBe('unreadable');
    expect(reading.model).toBeUndefined();
    expect(reading.problems[0]).toMatchObject({
      line: 3,
      message: expect.stringContaining('not valid YAML'),
    });
  });

  it('says what a model is where the text is something else', () => {
    expect(problemsOf('- name: Product')[0].message).toContain('not a list');
    expect(problemsOf('Product')[0].message).toContain('not a single string');
  });

  it('stops at aliases that multiply', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]',
      'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]',
      'd: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]',
    ].join('\n');

    expect(problemsOf(bomb)[0].message).toContain('aliases');
  });

  it('stops at nesting that nobody could mean', () => {
    expect(problemsOf(`a: ${'['.repeat(50_000)}`)[0].message).toMatch(
      /nested|YAML/,
    );
  });

  it('does not read more than 1 MiB', () => {
    expect(problemsOf(`a: ${'x'.repeat(1024 * 1024)}`)[0].message).toContain(
      'more than 1 MiB',
    );
  });

  it('keeps names of prototypes harmless', () => {
    readText(
      'entities: []\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }',
    );

    expect({}).not.toHaveProperty('polluted');
  });
});
