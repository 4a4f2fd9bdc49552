import { renderInTestApp } from '@backstage/frontend-test-utils';
import { parseModel } from '@perennial/plugin-perennial-common';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { ExportDialog } from './ExportDialog';

const TEXT = `# ours
entities:
  - name: Thing
    fields:
      - { name: label, type: string }
`;

async function open(props: { text?: string; problemCount?: number } = {}) {
  const { text = TEXT, problemCount = 0 } = props;
  const onClose = jest.fn();
  renderInTestApp(
    <ExportDialog
      isOpen
      onClose={onClose}
      text={text}
      model={problemCount === 0 && text ? parseModel(text) : undefined}
      problemCount={problemCount}
    />,
  );
  const dialog = await screen.findByRole('dialog', {
    name: 'Export the model',
  });
  return { dialog, onClose };
}

const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));
const choose = (name: string) =>
  userEvent.click(screen.getByRole('radio', { name }));

/** What the browser was asked to keep. */
async function saved(save: () => Promise<void>) {
  const blobs: Blob[] = [];
  URL.createObjectURL = jest.fn(blob => {
    blobs.push(blob as Blob);
    return 'blob:one';
  });
  URL.revokeObjectURL = jest.fn();
  const clicked: HTMLAnchorElement[] = [];
  const click = jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function keep(this: HTMLAnchorElement) {
      clicked.push(this);
    });
  await save();
  click.mockRestore();
  expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:one');
  return { name: clicked[0].download, type: blobs[0].type };
}

describe('ExportDialog', () => {
  it.each([
    ['YAML', 'model.yaml', 'application/yaml', '# ours'],
    ['Mermaid', 'model.mmd', 'text/vnd.mermaid', 'erDiagram'],
    ['SQL', 'schema.sql', 'application/sql', 'CREATE TABLE things'],
  ])('shows and saves %s', async (title, fileName, type, beginning) => {
    await open();
    await choose(title);

    expect(
      screen.getByRole('region', { name: `Preview of ${fileName}` }),
    ).toHaveTextContent(beginning);
    const file = await saved(() => press(`Download ${fileName}`));
    expect(file).toEqual({ name: fileName, type });
  });

  it('copies, and says so', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await open();
    await user.click(screen.getByRole('button', { name: 'Copy' }));

    expect(await screen.findByText('Copied to the clipboard')).toBeVisible();
    expect(write).toHaveBeenCalledWith(TEXT);
    await user.click(screen.getByRole('radio', { name: 'SQL' }));
    expect(
      screen.queryByText('Copied to the clipboard'),
    ).not.toBeInTheDocument();
  });

  it('says where the clipboard is closed', async () => {
    userEvent.setup();
    await open();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('denied'));
    await act(async () => screen.getByRole('button', { name: 'Copy' }).click());

    expect(await screen.findByText(/does not let this page/)).toBeVisible();
  });

  it('saves the YAML of a model with problems, and says why the rest has to wait', async () => {
    await open({ problemCount: 2 });
    expect(screen.getByRole('region', { name: /^Preview/ })).toHaveTextContent(
      '# ours',
    );
    await choose('SQL');

    expect(
      screen.getByText(/SQL needs a model without problems/),
    ).toBeVisible();
    for (const name of ['Copy', 'Download schema.sql'])
      expect(screen.getByRole('button', { name })).toBeDisabled();
  });

  it('says that there is no model yet', async () => {
    await open({ text: '' });
    expect(screen.getByText(/no model to export/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeDisabled();
  });

  it('shows the beginning of what is very long', async () => {
    await open({ text: `${'# long\n'.repeat(20_000)}${TEXT}` });
    expect(screen.getByText(/This is the beginning/)).toBeVisible();
    expect(
      screen.getByRole('region', { name: /^Preview/ }).textContent,
    ).toHaveLength(100_000);
  });

  it('works by keyboard alone', async () => {
    const { onClose } = await open();
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.getByRole('radio', { name: 'YAML' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { name: 'Mermaid' })).toBeChecked();
    await userEvent.tab();
    expect(screen.getByRole('region', { name: /^Preview/ })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  });

  it('has nothing that axe calls serious', async () => {
    const { dialog } = await open();
    const { violations } = await axe.run(dialog, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations).toEqual([]);
  });
});
