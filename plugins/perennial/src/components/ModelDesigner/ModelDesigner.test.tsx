import { identityApiRef } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { bundledExamples } from '../../examples';
import { DraftContent } from '../../draft/DraftContent';
import { DraftStore } from '../../draft/DraftStore';
import { ModelDesigner } from './ModelDesigner';
import type { ModelDesignerProps, ModelDesignerUiOptions } from './schema';

// A text box in place of CodeMirror, which CodeEditor.test covers.
jest.mock('../CodeEditor/CodeEditor', () => ({
  CodeEditor: jest.requireActual('../CodeEditor/PlainEditor').PlainEditor,
}));

const productText = `entities:
  - name: Product
    fields:
      - { name: sku, type: string }
`;
const productModel = {
  entities: [{ name: 'Product', fields: [{ name: 'sku', type: 'string' }] }],
};
const ada = 'user:default/ada';
const store = (userRef = ada) =>
  new DraftStore({ userRef, pathname: '/', fieldId: 'root_model' });

interface FormProps {
  onChange?: (model: unknown) => void;
  onSubmit?: () => void;
  options?: ModelDesignerUiOptions;
  initial?: Record<string, unknown>;
  default?: Record<string, unknown>;
  readonly?: boolean;
  userRef?: string;
}

function Form(props: FormProps) {
  const [formData, setFormData] = useState(props.initial);
  const [isShown, setIsShown] = useState(true);
  const fieldProps = {
    formData,
    onChange: (model: Record<string, unknown>) => {
      setFormData(model);
      props.onChange?.(model);
    },
    schema: { title: 'Data model', default: props.default },
    uiSchema: { 'ui:options': props.options },
    idSchema: { $id: 'root_model' },
    readonly: props.readonly,
    required: true,
  } as unknown as ModelDesignerProps;
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        props.onSubmit?.();
      }}
    >
      {isShown && <ModelDesigner {...fieldProps} />}
      <button type="button" onClick={() => setIsShown(!isShown)}>
        Other step
      </button>
      <button type="submit">Next</button>
    </form>
  );
}

async function renderForm(props: FormProps = {}) {
  const onChange = jest.fn();
  const identity = mockApis.identity({ userEntityRef: props.userRef ?? ada });
  const view = renderInTestApp(
    <TestApiProvider apis={[[identityApiRef, identity]]}>
      <Form onChange={onChange} {...props} />
    </TestApiProvider>,
  );
  const editor = await openText();
  return { onChange, editor, view };
}

async function openText() {
  await userEvent.click(await screen.findByRole('tab', { name: 'YAML' }));
  return await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: 'Data model as YAML',
  });
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

const verdict = (text: string | RegExp) =>
  waitFor(() =>
    expect(
      screen.getAllByRole('status').map(element => element.textContent),
    ).toContainEqual(expect.stringMatching(text)),
  );

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

  it('keeps the draft, its comments and its steps over a change of step', async () => {
    const { editor } = await renderForm();
    await replaceText(editor, `# ours\n${productText}`);
    await userEvent.click(screen.getByRole('button', { name: 'Other step' }));
    await userEvent.click(screen.getByRole('button', { name: 'Other step' }));

    const back = await openText();
    expect(back).toHaveValue(`# ours\n${productText}`);
    expect(screen.queryByText('Your draft is back')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(back).not.toHaveValue(`# ours\n${productText}`);
  });

  it('brings a draft back after a reload, for the person that wrote it only', async () => {
    store('user:default/bob').write(DraftContent.fromText(productText));
    const { onChange, editor, view } = await renderForm({ initial: {} });
    expect(editor).toHaveValue('');
    view.unmount();

    const other = await renderForm({
      initial: {},
      userRef: 'user:default/bob',
      onChange,
    });
    expect(other.editor).toHaveValue(productText);
    expect(screen.getByText('Your draft is back')).toBeInTheDocument();
    await waitFor(() =>
      expect(onChange).toHaveBeenLastCalledWith(productModel),
    );
  });

  it('discards a draft for what the template starts with', async () => {
    store().write(DraftContent.fromText('entities: [{ name: Other }]'));
    const { editor } = await renderForm({
      initial: productModel,
      default: productModel,
    });
    expect(editor.value).toContain('Other');

    await userEvent.click(
      screen.getByRole('button', { name: 'Discard the draft' }),
    );

    expect(editor.value).toContain('Product');
    expect(screen.queryByText('Your draft is back')).not.toBeInTheDocument();
  });

  it('starts with the model of the template, and tells the form', async () => {
    const { onChange, editor } = await renderForm({
      initial: {},
      default: productModel,
      readonly: true,
    });

    expect(editor.value).toContain('Product');
    await waitFor(() =>
      expect(onChange).toHaveBeenLastCalledWith(productModel),
    );
  });

  it('asks before it goes on where another tab has changed the draft', async () => {
    const { editor } = await renderForm();
    await replaceText(editor, productText);
    await waitFor(() => expect(store().open().shared).toBeDefined());
    const theirs = 'entities: [{ name: Theirs }]';
    const otherTab = store();
    otherTab.open();
    otherTab.write(DraftContent.fromText(theirs));
    act(() => {
      window.dispatchEvent(
        new StorageEvent('storage', {
          key: otherTab.key,
          newValue: window.localStorage.getItem(otherTab.key),
          storageArea: window.localStorage,
        }),
      );
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'changed in another tab',
    );
    expect(editor).toHaveValue(productText);
    await userEvent.click(
      screen.getByRole('button', { name: 'Take the other version' }),
    );
    expect(editor).toHaveValue(theirs);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(editor).toHaveValue(productText);
  });

  it('keeps its own version where that is wanted', async () => {
    store().write(DraftContent.fromText('entities: [{ name: Theirs }]'));
    const { editor } = await renderForm({ initial: {} });
    const otherTab = store();
    otherTab.open();
    otherTab.write(DraftContent.fromText('entities: [{ name: Newer }]'));
    await replaceText(editor, productText);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'changed in another tab',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Keep this version' }),
    );

    expect(store().open().shared?.content.text).toBe(productText);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says when the browser does not keep the draft', async () => {
    const { editor } = await renderForm();
    const setItem = jest
      .spyOn(Storage.prototype, 'setItem')
      .mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError');
      });
    await replaceText(editor, productText);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'does not keep your draft',
    );
    setItem.mockRestore();
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
