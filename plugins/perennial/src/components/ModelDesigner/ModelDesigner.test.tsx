import { identityApiRef } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { bundledExamples } from '../../examples';
import {
  ada,
  chooseExample,
  Form,
  openText,
  productModel,
  productText,
  renderForm,
  replaceText,
  verdict,
} from './__testUtils__/testForm';

// A text box in place of CodeMirror, which CodeEditor.test covers.
jest.mock('../CodeEditor/CodeEditor', () => ({
  CodeEditor: jest.requireActual('../CodeEditor/PlainEditor').PlainEditor,
}));

describe('ModelDesigner', () => {
  afterEach(() => {
    window.localStorage.clear();
    window.sessionStorage.clear();
  });

  it('says that it is loading until it knows whose draft it is', async () => {
    const identity = mockApis.identity({ userEntityRef: ada });
    identity.getBackstageIdentity = () => new Promise(() => {});
    renderInTestApp(
      <TestApiProvider apis={[[identityApiRef, identity]]}>
        <Form />
      </TestApiProvider>,
    );

    expect(
      await screen.findByRole('status', {
        name: 'Loading the model designer…',
      }),
    ).toBeInTheDocument();
  });

  it('starts empty and says so', async () => {
    const { onChange } = await renderForm();

    await verdict('No model yet');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('hands a text on as a model, with what it comes to', async () => {
    const { onChange, editor } = await renderForm();

    await replaceText(editor, productText);

    await verdict('The model is valid');
    await waitFor(() =>
      expect(onChange).toHaveBeenLastCalledWith(productModel),
    );
    expect(
      screen.getByText('1 entity · 1 field · 0 relations'),
    ).toBeInTheDocument();
  });

  it('hands the last keys on when the form is submitted', async () => {
    const order: string[] = [];
    const { editor } = await renderForm({
      onChange: () => order.push('model'),
      onSubmit: () => order.push('submit'),
    });
    fireEvent.change(editor, { target: { value: productText } });

    fireEvent.submit(screen.getByRole('button', { name: 'Next' }));

    expect(order).toEqual(['model', 'submit']);
  });

  it('keeps Enter from submitting the form around it', async () => {
    const onSubmit = jest.fn();
    const { editor } = await renderForm({ onSubmit });
    await replaceText(editor, productText);
    await userEvent.click(screen.getByRole('tab', { name: 'Table' }));
    const box = await screen.findByRole('checkbox', {
      name: 'Required of field 1 of Product',
    });

    box.focus();
    await userEvent.keyboard('{Enter}');

    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('lists what is wrong with place and mend, and keeps the model for the form to refuse', async () => {
    const { onChange, editor } = await renderForm();

    await replaceText(editor, productText.replace('string', 'money'));

    const problems = await screen.findByRole('region', { name: 'Problems' });
    expect(problems).toHaveTextContent('entities[0].fields[0].type');
    expect(problems).toHaveTextContent('money');
    await waitFor(() =>
      expect(onChange).toHaveBeenLastCalledWith(
        expect.objectContaining({ entities: expect.any(Array) }),
      ),
    );
  });

  it('leads from a problem to its place in the text', async () => {
    const { editor } = await renderForm();
    const text = productText.replace('string', 'money');
    await replaceText(editor, text);

    const problems = await screen.findByRole('region', { name: 'Problems' });
    await userEvent.click(within(problems).getAllByRole('button')[0]);
    await openText();

    await waitFor(() =>
      expect(text.slice(editor.selectionStart, editor.selectionEnd)).toBe(
        'money',
      ),
    );
  });

  it('gives the form no model while the text is not YAML, and keeps the text', async () => {
    const { onChange, editor } = await renderForm({ initial: productModel });

    await replaceText(editor, 'entities: [');

    await screen.findByText(/not valid YAML/);
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith({}));
    expect(editor).toHaveValue('entities: [');
  });

  it('refuses a paste of 10 MB, with the model as it was', async () => {
    const { editor } = await renderForm({ initial: productModel });
    const before = editor.value;

    fireEvent.change(editor, { target: { value: 'x'.repeat(10_000_000) } });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'larger than 1 MiB',
    );
    expect(editor).toHaveValue(before);
  });

  it('starts from an example, and brings back what it replaced', async () => {
    const { editor } = await renderForm();
    await replaceText(editor, productText);

    await chooseExample(/Library/);
    await waitFor(() => expect(editor.value).toContain('public library'));
    await verdict('"Library" has taken the place of your model.');

    await userEvent.click(
      screen.getByRole('button', { name: 'Bring mine back' }),
    );
    expect(editor).toHaveValue(productText);
  });

  it('offers the examples that the template names', async () => {
    await renderForm({
      options: {
        examples: ['shop', { title: 'Ours', text: productText }, 'unknown'],
      },
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Start from an example' }),
    );

    expect(
      (await screen.findAllByRole('menuitem')).map(item => item.textContent),
    ).toEqual([expect.stringContaining('Shop'), 'Ours']);
    expect(bundledExamples.length).toBeGreaterThan(2);
  });

  it('undoes and redoes by button and by key', async () => {
    const { editor } = await renderForm({ initial: productModel });
    const before = editor.value;
    await replaceText(editor, productText.replace('sku', 'code'));

    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(editor).toHaveValue(before);
    await userEvent.click(editor);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await waitFor(() => expect(editor.value).toContain('code'));
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(editor).toHaveValue(before);
  });

  it('shows but does not change what is read-only', async () => {
    const { editor, onChange } = await renderForm({
      initial: productModel,
      readonly: true,
    });

    expect(editor).toHaveAttribute('readonly');
    expect(
      screen.getByRole('button', { name: 'Start from an example' }),
    ).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled();
    expect(onChange).not.toHaveBeenCalled();
  });
});
