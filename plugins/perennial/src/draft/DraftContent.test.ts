import { DraftContent } from './DraftContent';
import { setAt } from './edits';

const TEXT = `# Ours.
entities:
  - name: Product # sold
    fields: []
`;

describe('DraftContent', () => {
  it('reads a text as a model', () => {
    const content = DraftContent.fromText(TEXT);
    expect(content.isRead).toBe(false);
    expect(content.model).toEqual({
      entities: [{ name: 'Product', fields: [] }],
    });
    expect(content.isRead).toBe(true);
    expect(content.text).toBe(TEXT);
  });

  it('patches an edit of the model into the text', () => {
    const written = DraftContent.fromText(TEXT);
    const edited = DraftContent.fromModel(
      setAt(written.model, ['entities', 0, 'name'], 'Article'),
      written,
    );
    expect(edited.text).toBe(TEXT.replace('Product', 'Article'));
  });

  it('patches a chain of edits into the last text that was written', () => {
    const written = DraftContent.fromText(TEXT);
    const chain = ['A', 'B', 'C'].reduce(
      (content, name) =>
        DraftContent.fromModel(
          setAt(content.model, ['entities', 0, 'name'], name),
          content,
        ),
      written,
    );
    expect(chain.text).toBe(TEXT.replace('Product', 'C'));
  });

  it('keeps the last model while the text cannot be read', () => {
    const written = DraftContent.fromText(TEXT);
    const { model } = written;
    const broken = DraftContent.fromText(`${TEXT}  [`, written);
    expect(broken.isReadable).toBe(false);
    expect(broken.model).toBe(model);
    expect(broken.textProblems).not.toHaveLength(0);

    const more = DraftContent.fromText(`${TEXT}  [[`, broken);
    expect(more.model).toBe(model);
  });

  it('skips texts in between that nobody read', () => {
    const written = DraftContent.fromText(TEXT);
    const { model } = written;
    const typed = DraftContent.fromText(`${TEXT}#`, written);
    const broken = DraftContent.fromText(`${TEXT}  [`, typed);
    expect(broken.model).toBe(model);
    expect(typed.isRead).toBe(false);
  });

  it('keeps the objects of what did not change', () => {
    const written = DraftContent.fromText(
      'entities:\n  - name: A\n  - name: B\n',
    );
    const [first] = written.model.entities as unknown[];
    const next = DraftContent.fromText(
      'entities:\n  - name: A\n  - name: C\n',
      written,
    );
    expect((next.model.entities as unknown[])[0]).toBe(first);
  });

  it('is empty as a text of comments and as a model of nothing', () => {
    expect(DraftContent.EMPTY.isEmpty).toBe(true);
    expect(DraftContent.fromText('# soon').isEmpty).toBe(true);
    expect(
      DraftContent.fromModel({}, DraftContent.fromText(TEXT)).isEmpty,
    ).toBe(true);
  });

  it('comes back from what a draft keeps, without writing the text for it', () => {
    const written = DraftContent.fromText(TEXT);
    const edited = DraftContent.fromModel(
      setAt(written.model, ['entities', 0, 'name'], 'Article'),
      written,
    );
    const stored = JSON.parse(JSON.stringify(edited.toStored()));
    expect(stored.text).toBe(TEXT);
    const back = DraftContent.fromStored(stored);
    expect(back.model).toEqual(edited.model);
    expect(back.text).toBe(edited.text);
  });
});
