import { validModels } from '@perennial/plugin-perennial-test-utils';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { insertAt, moveAt, removeAt, setAt } from './edits';
import { reconcileText } from './reconcileText';
import type { DraftModel } from './types';

const TEXT = `# What we sell.
entities:
  # The heart of it.
  - name: Product # singular
    fields:
      - { name: sku, type: string, unique: true }
      - name: price
        type: decimal
        # cents and all
        scale: 2

  # What people browse by.
  - name: Category # a tree
    fields:
      - name: title
        type: string
        pattern: '^\\w+$'
`;
const model = parse(TEXT) as DraftModel;

describe('reconcileText', () => {
  it('leaves a text alone that says the model already', () => {
    expect(reconcileText(TEXT, model)).toBe(TEXT);
  });

  it('keeps comments, order and style around a changed value', () => {
    const pointer = ['entities', 0, 'fields', 1, 'scale'];
    expect(reconcileText(TEXT, setAt(model, pointer, 4))).toBe(
      TEXT.replace('scale: 2', 'scale: 4'),
    );
  });

  it('keeps the comments of an item that is renamed', () => {
    expect(
      reconcileText(TEXT, setAt(model, ['entities', 0, 'name'], 'Article')),
    ).toBe(TEXT.replace('name: Product #', 'name: Article #'));
  });

  it('takes out one item and leaves its neighbours as they are written', () => {
    expect(
      reconcileText(TEXT, removeAt(model, ['entities', 0, 'fields', 0])),
    ).toBe(
      TEXT.replace('      - { name: sku, type: string, unique: true }\n', ''),
    );
  });

  it('moves an item with its comments', () => {
    const moved = reconcileText(TEXT, moveAt(model, ['entities', 1], 0));
    expect(moved).toContain(
      '# What people browse by.\n  - name: Category # a tree\n',
    );
    expect(moved.indexOf('Category # a tree')).toBeLessThan(
      moved.indexOf('Product # singular'),
    );
  });

  it('puts a new member where the model has it', () => {
    const text = reconcileText(
      'entities:\n  - name: A\n    fields: []\n',
      parse('entities:\n  - name: A\n    owned: true\n    fields: []\n'),
    );
    expect(text).toBe(
      'entities:\n  - name: A\n    owned: true\n    fields: []\n',
    );
  });

  it('changes one use of an anchor and leaves the others', () => {
    const shared = `entities:
  - name: A
    fields: &fields
      - name: code
        type: string
  - name: B
    fields: *fields
`;
    const edited = setAt(
      parse(shared),
      ['entities', 1, 'fields', 0, 'name'],
      'label',
    );
    expect(parse(reconcileText(shared, edited))).toEqual(edited);
  });

  it('writes a text that cannot be read anew', () => {
    expect(parse(reconcileText('entities: [', model))).toEqual(model);
    expect(reconcileText('', model)).toBe(stringify(model));
  });

  it('gives an empty text for an empty model', () => {
    expect(reconcileText(TEXT, {})).toBe('');
  });

  it('always says what the model says, whatever the text was', () => {
    const models = validModels().map(value => value as unknown as DraftModel);
    fc.assert(
      fc.property(models, models, (before, after) => {
        const text = reconcileText(stringify(before), after);
        expect(parse(text)).toEqual(after);
        expect(reconcileText(text, after)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('says any JSON at all, hostile names and texts too', () => {
    const json = fc
      .dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), { minKeys: 1 })
      .map(value => JSON.parse(JSON.stringify(value)) as DraftModel)
      .filter(value => Object.keys(value).length > 0);
    fc.assert(
      fc.property(json, json, (before, after) => {
        const text = reconcileText(JSON.stringify(before), after);
        expect(parse(text)).toEqual(after);
      }),
      { numRuns: 200 },
    );
  });

  it('inserts into a list that was not there', () => {
    const edited = insertAt(model, ['entities', 1, 'relations'], {
      name: 'parent',
      kind: 'manyToOne',
      target: 'Category',
    });
    expect(parse(reconcileText(TEXT, edited))).toEqual(edited);
    expect(reconcileText(TEXT, edited).startsWith(TEXT)).toBe(true);
  });
});
