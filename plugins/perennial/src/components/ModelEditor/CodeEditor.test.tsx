import { act, render, screen, waitFor } from '@testing-library/react';
import { createRef } from 'react';
import { CodeEditor } from './CodeEditor';
import type { CodeEditorHandle, CodeEditorProps } from './codeEditorTypes';

const text = 'entities:\n  - name: Product\n';
const problem = {
  path: 'entities[0].name',
  message: 'Taken.',
  mend: 'Choose another name.',
  from: 20,
  to: 27,
  line: 2,
};

function renderEditor(overrides?: Partial<CodeEditorProps>) {
  const ref = createRef<CodeEditorHandle>();
  const onChange = jest.fn();
  const props: CodeEditorProps = {
    text,
    onChange,
    onBlur: () => {},
    problems: [],
    problemsText: text,
    readOnly: false,
    placeholder: 'Write here',
    label: 'Model',
    describedBy: 'hint',
    ...overrides,
  };
  const view = render(<CodeEditor ref={ref} {...props} />);
  return { ref, onChange, view, props };
}

const marks = () =>
  [...document.querySelectorAll('.cm-lintRange-error')].map(
    mark => mark.textContent,
  );

describe('CodeEditor', () => {
  beforeAll(() => {
    // jsdom lays nothing out, and CodeMirror measures what it scrolls to.
    Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  });

  it('shows the text in a labelled, described text box', () => {
    renderEditor();

    const box = screen.getByRole('textbox', { name: 'Model' });
    expect(box).toHaveTextContent('name: Product');
    expect(box).toHaveAttribute('aria-describedby', 'hint');
    expect(box).toHaveAttribute('aria-invalid', 'false');
  });

  it('marks problems at their places, and unmarks them', async () => {
    const { view, props } = renderEditor({ problems: [problem] });
    await waitFor(() => expect(marks()).toEqual(['Product']));
    expect(screen.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');

    view.rerender(<CodeEditor {...props} problems={[]} />);

    await waitFor(() => expect(marks()).toEqual([]));
  });

  it('waits with the marks while they belong to an older text', async () => {
    renderEditor({ problems: [problem], problemsText: 'older' });
    await act(() => new Promise(resolve => setTimeout(resolve, 50)));

    expect(marks()).toEqual([]);
  });

  it('moves the focus to a place', () => {
    const { ref } = renderEditor();

    act(() => ref.current?.reveal({ from: 20, to: 27 }));

    expect(screen.getByRole('textbox')).toHaveFocus();
  });

  it('cannot be edited while it is read-only', () => {
    renderEditor({ readOnly: true });

    expect(screen.getByLabelText('Model')).toHaveAttribute(
      'contenteditable',
      'false',
    );
  });
});
