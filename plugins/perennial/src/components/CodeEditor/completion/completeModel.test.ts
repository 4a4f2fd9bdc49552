import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { completeModel } from './completeModel';

/** What is offered where the text has a bar. */
function complete(marked: string, explicit = true): string[] {
  const position = marked.indexOf('|');
  const state = EditorState.create({ doc: marked.replace('|', '') });
  const result = completeModel(
    new CompletionContext(state, position, explicit),
  );
  return result?.options.map(option => option.label) ?? [];
}

describe('completeModel', () => {
  it('starts with the members of a model', () => {
    expect(complete('|')).toEqual(['version', 'entities']);
  });

  it('offers the members of an entity, but for those that it has', () => {
    const labels = complete(
      'entities:\n  - name: Product\n    |\n    fields: []\n  - owned: true\n',
    );
    expect(labels).toContain('softDelete');
    expect(labels).toContain('owned');
    expect(labels).not.toContain('name');
    expect(labels).not.toContain('fields');
    expect(labels).not.toContain('type');
  });

  it('offers the members of a field on the line of its dash', () => {
    const labels = complete('entities:\n  - name: A\n    fields:\n      - |');
    expect(labels).toContain('maxLength');
    expect(labels).not.toContain('relations');
  });

  it('knows lists that are not indented', () => {
    const labels = complete(
      'entities:\n- name: A\n  fields:\n  - name: b\n    |',
    );
    expect(labels).toContain('searchable');
    expect(labels).not.toContain('name');
  });

  it('offers types within braces', () => {
    const labels = complete(
      'entities:\n  - name: A\n    fields:\n      - { name: b, type: | }\n',
    );
    expect(labels).toContain('bigInteger');
    expect(labels).toHaveLength(17);
  });

  it('offers what a field in braces does not have yet', () => {
    const labels = complete(
      'entities:\n  - name: A\n    fields:\n      - { name: b, |, unique: true }\n',
    );
    expect(labels).toContain('required');
    expect(labels).not.toContain('unique');
    expect(labels).not.toContain('name');
  });

  it('offers true and false, and the values of an enum', () => {
    expect(complete('entities:\n  - owned: |')).toEqual(['true', 'false']);
    expect(
      complete('entities:\n  - name: A\n    relations:\n      - kind: |'),
    ).toEqual(['manyToOne', 'oneToOne', 'manyToMany']);
  });

  it('offers the entities of the text as targets', () => {
    expect(
      complete(
        'entities:\n  - name: Product\n  - name: "Order item"\n    relations:\n      - name: product\n        target: |',
      ),
    ).toEqual(['Product', 'Order item']);
  });

  it('goes down into the fields of objects and the items of arrays', () => {
    const deep =
      'entities:\n  - name: A\n    fields:\n      - name: b\n        type: array\n        items:\n          type: object\n          fields:\n            - name: c\n              |';
    expect(complete(deep)).toContain('pattern');
  });

  it('is silent in comments, after unknown keys and without a word', () => {
    expect(complete('entities: # |')).toEqual([]);
    expect(complete('nonsense:\n  - |')).toEqual([]);
    expect(complete('entities:\n  - |', false)).toEqual([]);
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(
          complete(`${before.replaceAll('|', '')}|${after}`),
        ).toBeInstanceOf(Array);
      }),
    );
  });
});
