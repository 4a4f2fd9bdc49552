import { validateModel } from '@perennial/plugin-perennial-common';
import { DraftContent } from '../../draft/DraftContent';
import { placeProblems } from './placeProblems';

const valid = `entities:
  - name: Category
    fields:
      - { name: name, type: string, required: true }
  - name: Product
    fields:
      - { name: price, type: decimal }
    relations:
      - { name: category, kind: manyToOne, target: Category }
`;

function marksOf(text: string) {
  const content = DraftContent.fromText(text);
  return placeProblems(content, validateModel(content.model)).map(mark => ({
    ...mark,
    marked: text.slice(mark.from, mark.to),
  }));
}

describe('placeProblems', () => {
  it('marks nothing in a valid model', () => {
    expect(marksOf(valid)).toEqual([]);
  });

  it('marks an unknown target, with the mend', () => {
    const [mark] = marksOf(
      valid.replace('target: Category', 'target: Catgory'),
    );
    expect(mark.marked).toBe('Catgory');
    expect(mark.message).toMatch(/Catgory.*\. \w/);
  });

  it('marks problems in the order of the text', () => {
    const marks = marksOf(
      valid
        .replace('type: decimal', 'type: money')
        .replace('name: Category\n', 'name: 7\n'),
    );
    expect(marks.map(mark => mark.marked)).toEqual(['7', 'money']);
  });

  it('marks where the text is no YAML', () => {
    const [mark] = marksOf('entities:\n  - name: A\n\t- name: B\n');
    expect(mark.from).toBeGreaterThan(10);
    expect(mark.message).toContain('not valid YAML');
  });
});
