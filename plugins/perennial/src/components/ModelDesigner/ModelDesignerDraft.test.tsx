import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DraftContent } from '../../draft/DraftContent';
import {
  openText,
  productModel,
  productText,
  renderForm,
  replaceText,
  store,
} from './__testUtils__/testForm';

// A text box in place of CodeMirror, which CodeEditor.test covers.
jest.mock('../CodeEditor/CodeEditor', () => ({
  CodeEditor: jest.requireActual('../CodeEditor/PlainEditor').PlainEditor,
}));

describe('the draft of a ModelDesigner', () => {
  afterEach(() => {
    window.localStorage.clear();
    window.sessionStorage.clear();
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
});
