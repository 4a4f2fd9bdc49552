import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from './__testUtils__/expectAccessible';
import { field, renderTable, shop } from './__testUtils__/testTable';

describe('TableView that must not be edited', () => {
  it('shows everything and changes nothing', async () => {
    const { model } = await renderTable({ model: shop, readOnly: true });

    expect(field('Type', 1)).toHaveValue('string');
    await userEvent.type(field('Name', 1), 'x{Enter}');
    await userEvent.click(field('Unique', 1));
    await userEvent.keyboard('{Control>}{Backspace}{/Control}');

    expect(model()).toBe(shop);
    expect(screen.queryByRole('toolbar')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
    act(() => field('Name', 1).focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(field('Name', 2)).toHaveFocus();
    await userEvent.click(
      screen.getByRole('button', { name: /^Details of field 3/ }),
    );
    expect(
      within(screen.getByRole('group', { name: 'Values' })).getByLabelText(
        'Values 1',
      ),
    ).toHaveValue('draft');
    await expectAccessible();
  });

  it('says where a text that cannot be read has its mistake', async () => {
    const { draft } = await renderTable({
      text: 'entities:\n  - name: Product\n',
    });
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue(
      'Product',
    );

    act(() =>
      draft().setText({ text: 'entities:\n  - name: [Product', label: 'Type' }),
    );

    expect(
      await screen.findByText(/^Line 2: /, { selector: 'p' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAttribute(
      'readonly',
    );
  });
});
