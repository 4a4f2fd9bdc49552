import { bundledExamples } from '../examples';
import { readModelText } from './readModelText';

const valid = `entities:
  - name: Category
    softDelete: true
    fields:
      - { name: name, type: string, required: true }
  - name: Product
    owned: true
    fields:
      - { name: sku, type: string, required: true }
      - { name: price, type: decimal }
    relations:
      - { name: category, kind: manyToOne, target: Category }
`;

function problemsOf(text: string) {
  const reading = readModelText({ text });
  if (reading.state !== 'invalid') {
    throw new Error(`Expected problems, got ${reading.state}`);
  }
  return reading.problems.map(problem => ({
    ...problem,
    marked: text.slice(problem.from, problem.to),
  }));
}

describe('readModelText', () => {
  it('knows an empty text', () => {
    expect(readModelText({ text: ' \n' }).state).toBe('empty');
  });

  it('gives the model and what it comes to', () => {
    expect(readModelText({ text: valid })).toEqual({
      state: 'valid',
      text: valid,
      model: {
        entities: [
          expect.objectContaining({ name: 'Category' }),
          expect.objectContaining({ name: 'Product' }),
        ],
      },
      summary: {
        entities: [
          {
            name: 'Category',
            path: '/api/v1/categories',
            fieldCount: 1,
            relations: [],
            owned: false,
            softDelete: true,
          },
          {
            name: 'Product',
            path: '/api/v1/products',
            fieldCount: 2,
            relations: [{ name: 'category', target: 'Category' }],
            owned: true,
            softDelete: false,
          },
        ],
        fieldCount: 3,
        relationCount: 1,
        endpointCount: 12,
      },
    });
  });

  it.each(bundledExamples.map(example => [example.name, example.text]))(
    'finds nothing wrong with the example %s',
    (_, text) => {
      expect(readModelText({ text })).toMatchObject({ state: 'valid' });
    },
  );

  it('takes JSON', () => {
    const text = JSON.stringify({
      entities: [{ name: 'Tag', fields: [{ name: 'label', type: 'string' }] }],
    });

    expect(readModelText({ text })).toMatchObject({ state: 'valid' });
  });

  it('points at an unknown target, with the mend', () => {
    expect(
      problemsOf(valid.replace('target: Category', 'target: Catgory')),
    ).toEqual([
      expect.objectContaining({
        path: 'entities[1].relations[0].target',
        marked: 'Catgory',
        line: 12,
        message: expect.stringContaining('Catgory'),
        mend: expect.stringMatching(/\w/),
      }),
    ]);
  });

  it('points at an unknown type', () => {
    expect(
      problemsOf(valid.replace('type: decimal', 'type: money')),
    ).toContainEqual(
      expect.objectContaining({
        path: 'entities[1].fields[1].type',
        marked: 'money',
      }),
    );
  });

  it('lists problems in the order of the text and keeps the model', () => {
    const text = valid
      .replace('type: decimal', 'type: money')
      .replace('name: Category\n', 'name: 7\n');
    const reading = readModelText({ text });

    expect(reading).toMatchObject({
      state: 'invalid',
      model: { entities: [{ name: 7 }, { name: 'Product' }] },
    });
    const lines = problemsOf(text).map(problem => problem.line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(lines[0]).toBe(2);
  });

  it('refuses template syntax in free text', () => {
    expect(
      problemsOf(`entities:
  - name: Tag
    description: 'A \${{ values.name }}'
    fields:
      - { name: label, type: string }
`),
    ).toContainEqual(
      expect.objectContaining({ path: 'entities[0].description', line: 3 }),
    );
  });

  it('explains a syntax error where it is, and gives no model', () => {
    const text = 'entities:\n  - name: Product\n\t  fields: []\n';

    expect(problemsOf(text)[0]).toMatchObject({
      line: 3,
      message: expect.stringContaining('not valid YAML'),
    });
    expect(readModelText({ text })).not.toHaveProperty(['model', 'entities']);
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
    readModelText({
      text: 'entities: []\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }',
    });

    expect({}).not.toHaveProperty('polluted');
  });
});
