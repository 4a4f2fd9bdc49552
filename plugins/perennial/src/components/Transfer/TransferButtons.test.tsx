import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DraftContent } from '../../draft/DraftContent';
import { startHistory } from '../../draft/history';
import { useDraft } from '../ModelDesigner/useDraft';
import { TransferButtons } from './TransferButtons';

const TEXT =
  'entities:\n  - { name: Thing, fields: [{ name: a, type: money }] }\n';

interface ShownProps {
  isDisabled?: boolean;
  text?: string;
  onImport: () => void;
}

function Shown({ isDisabled = false, text = TEXT, onImport }: ShownProps) {
  const draft = useDraft({
    initial: () => startHistory(DraftContent.fromText(text)),
  });
  return (
    <TransferButtons
      draft={draft}
      isDisabled={isDisabled}
      onImport={onImport}
    />
  );
}

function show(props: Partial<ShownProps> = {}) {
  const onImport = jest.fn();
  renderInTestApp(<Shown {...props} onImport={onImport} />);
  return onImport;
}

describe('TransferButtons', () => {
  it.each([
    ['Import', 'Import a model'],
    ['Export', 'Export the model'],
  ])('opens %s, and gives the focus back afterwards', async (button, title) => {
    show();
    await userEvent.click(await screen.findByRole('button', { name: button }));
    expect(await screen.findByRole('dialog', { name: title })).toBeVisible();
    await userEvent.keyboard('{Escape}');

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await waitFor(() =>
      expect(screen.getByRole('button', { name: button })).toHaveFocus(),
    );
  });

  it('hands an imported model on, and starts anew the next time', async () => {
    const onImport = show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Import' }),
    );
    await userEvent.click(await screen.findByRole('textbox'));
    await userEvent.paste('name,age\nAda,36\n');
    await userEvent.click(screen.getByRole('button', { name: 'Read' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Use this model' }),
    );
    expect(onImport).toHaveBeenCalledTimes(1);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Import' }),
    );
    expect(await screen.findByRole('textbox')).toHaveValue('');
  });

  it.each<[string, string, RegExp]>([
    ['a valid model', TEXT.replace('money', 'string'), /CREATE TABLE things/],
    ['a model with a problem', TEXT, /this one has 1/],
    ['what is no YAML', 'entities: [', /this one has [12]/],
    ['nothing', '', /no model to export/],
  ])('exports %s', async (_what, text, expected) => {
    show({ text });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(await screen.findByRole('radio', { name: 'SQL' }));
    expect(screen.getByText(expected)).toBeVisible();
  });

  it('exports what is read-only, and imports nothing', async () => {
    show({ isDisabled: true });
    expect(
      await screen.findByRole('button', { name: 'Import' }),
    ).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Export' })).toBeEnabled();
  });
});
