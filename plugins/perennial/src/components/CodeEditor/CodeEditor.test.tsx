import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CodeEditor } from './CodeEditor';
import type { CodeEditorProps } from './codeEditorTypes';
import { smallestChange } from './smallestChange';

const text = 'entities:\n  - name: Product\n';
const mark = { message: 'Taken. Choose another name.', from: 20, to: 27 };

function renderEditor(overrides?: Partial<CodeEditorProps>) {
  const onChange = jest.fn();
  const onTooLong = jest.fn();
  const props: CodeEditorProps = {
    text,
    onChange,
    onTooLong,
    maxLength: 1_000,
    marks: [],
    markedText: text,
    reveal: undefined,
    readOnly: false,
    placeholder: 'Write here',
    label: 'Model',
    describedBy: 'hint',
    ...overrides,
  };
  const view = render(<CodeEditor {...props} />);
  return { onChange, onTooLong, view, props };
}

const marked = () =>
  [...document.querySelectorAll('.cm-lintRange-error')].map(
    element => element.textContent,
  );

const box = () => screen.getByRole('textbox', { name: 'Model' });

async function paste(pasted: string) {
  await userEvent.click(box());
  await userEvent.paste(pasted);
}

describe('CodeEditor', () => {
  beforeAll(() => {
    // jsdom lays nothing out, and CodeMirror measures what it scrolls to.
    Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  });

  it('shows the text in a labelled, described text box', () => {
    renderEditor();

    expect(box()).toHaveTextContent('name: Product');
    expect(box()).toHaveAttribute('aria-describedby', 'hint');
    expect(box()).toHaveAttribute('aria-invalid', 'false');
  });

  it('tells what is written', async () => {
    const { onChange } = renderEditor({ text: '', markedText: '' });

    await paste('entities:');

    expect(onChange).toHaveBeenLastCalledWith('entities:');
  });

  it('refuses what would be too long, and keeps the text', async () => {
    const { onChange, onTooLong } = renderEditor({ maxLength: 40 });

    await paste('x'.repeat(100));

    expect(onTooLong).toHaveBeenCalled();
    expect(onChange).not.toHaveBeenCalled();
    expect(box()).toHaveTextContent('name: Product');
  });

  it('follows a text that changed elsewhere without telling it back', () => {
    const { view, props, onChange } = renderEditor();

    view.rerender(
      <CodeEditor {...props} text={text.replace('Product', 'Article')} />,
    );

    expect(box()).toHaveTextContent('name: Article');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('marks problems at their places, and unmarks them', async () => {
    const { view, props } = renderEditor({ marks: [mark] });
    await waitFor(() => expect(marked()).toEqual(['Product']));
    expect(box()).toHaveAttribute('aria-invalid', 'true');

    view.rerender(<CodeEditor {...props} marks={[]} />);

    await waitFor(() => expect(marked()).toEqual([]));
    expect(box()).toHaveAttribute('aria-invalid', 'false');
  });

  it('waits with the marks while they belong to an older text', () => {
    const { view, props } = renderEditor({
      marks: [mark],
      markedText: 'older',
    });
    expect(marked()).toEqual([]);

    view.rerender(<CodeEditor {...props} markedText={text} />);
    expect(marked()).toEqual(['Product']);
  });

  it('moves the focus to a place', () => {
    const { view, props } = renderEditor();

    act(() =>
      view.rerender(
        <CodeEditor {...props} reveal={{ from: 20, to: 27, id: 1 }} />,
      ),
    );

    expect(box()).toHaveFocus();
  });

  it('can be read but not edited while it is read-only', () => {
    renderEditor({ readOnly: true });

    const content = screen.getByLabelText('Model');
    expect(content).toHaveAttribute('contenteditable', 'false');
    expect(content).toHaveAttribute('tabindex', '0');
  });
});

describe('smallestChange', () => {
  it.each([
    ['abc', 'abc', undefined],
    ['abc', 'axc', { from: 1, to: 2, insert: 'x' }],
    ['', 'new', { from: 0, to: 0, insert: 'new' }],
    ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
    ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
  ])('of %j and %j is %j', (old, next, change) => {
    expect(smallestChange(old, next)).toEqual(change);
  });
});
