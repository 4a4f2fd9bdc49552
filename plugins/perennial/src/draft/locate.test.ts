import { parseDocument } from 'yaml';
import { locate } from './locate';

const text = `entities:
  - name: Product
    fields: # what it has
      - { name: sku, type: string }
      - name: price
        type: decimal
        minimum:
    relations: &links
      - name: category
  - name: Category
    relations: *links
`;

function marked(pointer: (string | number)[]): string {
  const range = locate({ document: parseDocument(text), text, pointer });
  return text.slice(range.from, range.to);
}

describe('locate', () => {
  it('marks a value itself', () => {
    expect(marked(['entities', 0, 'fields', 0, 'type'])).toBe('string');
  });

  it('marks a mapping or a list by its key', () => {
    expect(marked(['entities', 0, 'fields'])).toBe('fields');
  });

  it('marks a key that has no value', () => {
    expect(marked(['entities', 0, 'fields', 1, 'minimum'])).toBe('minimum');
  });

  it('marks an item of a list by its first line', () => {
    expect(marked(['entities', 0, 'fields', 1])).toBe('name: price');
  });

  it('marks the nearest parent of what is missing', () => {
    expect(marked(['entities', 1, 'fields', 3, 'name'])).toBe('name: Category');
  });

  it('follows an alias to its anchor', () => {
    expect(marked(['entities', 1, 'relations', 0, 'name'])).toBe('category');
  });

  it('marks the first line for the document as a whole', () => {
    expect(marked([])).toBe('entities:');
  });

  it('stands an empty text', () => {
    expect(
      locate({ document: parseDocument(''), text: '', pointer: ['entities'] }),
    ).toEqual({ from: 0, to: 0 });
  });
});
