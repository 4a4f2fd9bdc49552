import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TransferButtons } from './TransferButtons';

function show(isDisabled = false) {
  const onImport = jest.fn();
  renderInTestApp(
    <TransferButtons
      text="entities: []"
      model={undefined}
      problemCount={1}
      isDisabled={isDisabled}
      onImport={onImport}
    />,
  );
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

  it('exports what is read-only, and imports nothing', async () => {
    show(true);
    expect(
      await screen.findByRole('button', { name: 'Import' }),
    ).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Export' })).toBeEnabled();
  });
});
