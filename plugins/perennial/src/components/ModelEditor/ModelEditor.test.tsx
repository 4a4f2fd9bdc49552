import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { bundledExamples } from '../../examples';
import { ModelEditor } from './ModelEditor';
import type { ModelEditorProps, ModelEditorUiOptions } from './schema';

// A text box in place of CodeMirror, which CodeEditor.test covers.
jest.mock('./CodeEditor', () => ({
  CodeEditor: jest.requireActual('./PlainEditor').PlainEditor,
}));

const productText = `entities:
  - name: Product
    fields:
      - { name: sku, type: string }
`;
const productModel = {
  entities: [{ name: 'Product', fields: [{ name: 'sku', type: 'string' }] }],
};

function Form(props: {
  onChange: (model: unknown) => void;
  options?: ModelEditorUiOptions;
  initial?: Record<string, unknown>;
  readonly?: boolean;
}) {
  const [formData, setFormData] = useState(props.initial);
  const fieldProps = {
    formData,
    onChange: (model: Record<string, unknown>) => {
      setFormData(model);
      props.onChange(model);
    },
    schema: { title: 'Data model' },
    uiSchema: { 'ui:options': props.options },
    idSchema: { $id: 'root_model' },
    readonly: props.readonly,
    required: true,
  } as unknown as ModelEditorProps;
  return <ModelEditor {...fieldProps} />;
}

async function renderForm(
  props?: Omit<Parameters<typeof Form>[0], 'onChange'>,
) {
  const onChange = jest.fn();
  const view = renderInTestApp(<Form onChange={onChange} {...props} />);
  const editor = await screen.findByRole<HTMLTextAreaElement>(
    'textbox',
    { name: 'Data model as YAML' },
    { timeout: 10_000 },
  );
  return { onChange, editor, view };
}

async function replaceText(editor: HTMLElement, text: string) {
  await userEvent.clear(editor);
  await userEvent.click(editor);
  await userEvent.paste(text);
}

async function chooseExample(title: RegExp) {
  await userEvent.click(
    screen.getByRole('button', { name: 'Start from an example' }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: title }));
}

describe('ModelEditor', () => {
  afterEach(() => window.sessionStorage.clear());

  it('starts empty and says so', async () => {
    const { onChange } = await renderForm();

    expect(screen.getByRole('status')).toHaveTextContent('No model yet');
    expect(screen.getByText('Data model')).toBeInTheDocument();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('hands the model on as an object and sums it up', async () => {
    const { editor, onChange } = await renderForm();

    await replaceText(editor, productText);

    await waitFor(() =>
      expect(onChange).toHaveBeenLastCalledWith(productModel),
    );
    expect(screen.getByRole('status')).toHaveTextContent('The model is valid');
    const summary = screen.getByRole('region', { name: 'What will be made' });
    expect(summary).toHaveTextContent(
      '1 entity · 1 field · 0 relations · 6 endpoints',
    );
    expect(within(summary).getByText('/api/v1/products')).toBeInTheDocument();
  });

  it('lists problems and leads to their places', async () => {
    const { editor, onChange } = await renderForm();

    await replaceText(editor, productText.replace('string', 'money'));

    const problem = await screen.findByRole('button', { name: /^Line 4/ });
    expect(screen.getByRole('status')).toHaveTextContent('1 problem');
    expect(editor).toBeInvalid();
    expect(onChange).toHaveBeenLastCalledWith({
      entities: [{ name: 'Product', fields: [{ name: 'sku', type: 'money' }] }],
    });

    await userEvent.click(problem);

    expect(editor).toHaveFocus();
    expect(editor.value.slice(editor.selectionStart, editor.selectionEnd)).toBe(
      'money',
    );
  });

  it('gives no model while the text is not YAML', async () => {
    const { editor, onChange } = await renderForm({ initial: productModel });

    await replaceText(editor, 'entities: [');

    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith({}));
    expect(screen.getByText(/not valid YAML/)).toBeInTheDocument();
  });

  it('reads what was typed last before the focus leaves', async () => {
    const { editor, onChange } = await renderForm();

    await userEvent.click(editor);
    await userEvent.paste(productText);
    await userEvent.tab();

    expect(onChange).toHaveBeenLastCalledWith(productModel);
  });

  it('keeps the text from step to step, comments too', async () => {
    const { editor, view } = await renderForm();
    await replaceText(editor, `# ours\n${productText}`);
    view.unmount();

    const again = await renderForm({ initial: productModel });

    expect(again.editor).toHaveValue(`# ours\n${productText}`);
    expect(screen.queryByText('Your draft is back')).not.toBeInTheDocument();
  });

  it('brings a draft back after a reload, invalid or not, until discarded', async () => {
    const { editor, view } = await renderForm();
    await replaceText(editor, 'entities: [');
    view.unmount();

    const again = await renderForm();

    expect(again.editor).toHaveValue('entities: [');
    await userEvent.click(
      screen.getByRole('button', { name: 'Discard the draft' }),
    );
    expect(again.editor).toHaveValue('');
    expect(again.onChange).toHaveBeenLastCalledWith({});
    expect(screen.queryByText('Your draft is back')).not.toBeInTheDocument();
  });

  it('starts from an example', async () => {
    const { editor } = await renderForm();

    await chooseExample(/^Shop/);

    expect(editor).toHaveValue(
      bundledExamples.find(example => example.name === 'shop')?.text,
    );
    expect(screen.getByRole('status')).toHaveTextContent('The model is valid');
  });

  it('swaps an untouched example without a question', async () => {
    const { editor } = await renderForm();

    await chooseExample(/^Shop/);
    await chooseExample(/^Product/);

    expect(editor.value).toContain('name: Product');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('asks before it replaces edited text', async () => {
    const { editor } = await renderForm();
    await replaceText(editor, productText);

    await chooseExample(/^Shop/);
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Keep mine',
      }),
    );
    expect(editor).toHaveValue(productText);

    await chooseExample(/^Shop/);
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Replace',
      }),
    );
    expect(editor.value).toContain('name: Category');
  });

  it('offers the examples of the template', async () => {
    const { editor } = await renderForm({
      options: { examples: [{ title: 'Ours', text: productText }] },
    });

    await chooseExample(/^Ours/);

    expect(editor).toHaveValue(productText);
  });

  it('hides the menu where the template offers none', async () => {
    await renderForm({ options: { examples: [] } });

    expect(
      screen.queryByRole('button', { name: 'Start from an example' }),
    ).not.toBeInTheDocument();
  });

  it('takes a file, whatever its line endings', async () => {
    const { editor } = await renderForm();
    const file = new File([''], 'model.yaml');
    file.arrayBuffer = async () =>
      new TextEncoder().encode(productText.replace(/\n/g, '\r\n')).buffer;

    await userEvent.upload(
      screen.getByLabelText('Upload a model as YAML or JSON'),
      file,
    );

    await waitFor(() => expect(editor).toHaveValue(productText));
  });

  it('refuses a file that is too large', async () => {
    const { editor } = await renderForm();

    await userEvent.upload(
      screen.getByLabelText('Upload a model as YAML or JSON'),
      new File(['x'.repeat(1024 * 1024 + 1)], 'huge.yaml'),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      '"huge.yaml" is larger than 1 MiB',
    );
    expect(editor).toHaveValue('');
  });

  it('changes nothing while it is read-only', async () => {
    const { editor } = await renderForm({
      initial: productModel,
      readonly: true,
    });

    expect(editor).toHaveAttribute('readonly');
    expect(
      screen.getByRole('button', { name: 'Start from an example' }),
    ).toBeDisabled();
    expect(
      screen.getByRole('button', { name: 'Upload a file' }),
    ).toBeDisabled();
  });

  it('stands a model of 500 entities', async () => {
    const entities = Array.from({ length: 500 }, (_, index) => ({
      name: `Thing${index}`,
      fields: [{ name: 'label', type: 'string' }],
    }));

    await renderForm({ initial: { entities } });

    expect(screen.getByText(/^500 entities/)).toBeInTheDocument();
    expect(screen.getByText('And 450 more entities.')).toBeInTheDocument();
  }, 20_000);
});
