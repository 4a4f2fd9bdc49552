import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  entityOf,
  field,
  openDetails,
  renderTable,
} from './__testUtils__/testTable';

describe('TableView', () => {
  it('starts a model that is empty', async () => {
    const { model } = await renderTable({});

    await userEvent.click(
      screen.getByRole('button', { name: 'Add the first entity' }),
    );

    const name = screen.getByRole('textbox', { name: 'Name' });
    expect(name).toHaveFocus();
    await userEvent.keyboard('Product');
    expect(model()).toEqual({ entities: [{ name: 'Product' }] });
    expect(screen.getByRole('button', { name: /^Product/ })).toHaveAttribute(
      'aria-current',
      'true',
    );
  });

  it('shows each entity, and the chosen one in full', async () => {
    await renderTable();

    const list = screen.getByRole('navigation', { name: 'Entities' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['Product3 fields · 1 relation', 'Category1 field']);
    expect(field('Name', 1)).toHaveValue('sku');
    expect(field('Unique', 1)).toBeChecked();

    await userEvent.click(screen.getByRole('button', { name: /^Category/ }));
    expect(field('Name', 1, 'Category')).toHaveValue('title');
  });

  describe('cells', () => {
    it('writes what is typed, ticked and chosen, and leaves out what is usual', async () => {
      const { model } = await renderTable();

      await userEvent.clear(field('Name', 1));
      await userEvent.type(field('Name', 1), 'code');
      await userEvent.click(field('Unique', 1));
      await userEvent.click(field('Required', 1));
      await userEvent.selectOptions(field('Type', 1), 'text');

      expect(entityOf(model()).fields[0]).toEqual({
        name: 'code',
        type: 'text',
        required: true,
      });
    });

    it('offers what fits a type, and writes it as the model wants it', async () => {
      const { model } = await renderTable();
      const details = await openDetails(2);

      expect(within(details).queryByLabelText('Pattern')).toBeNull();
      await userEvent.type(within(details).getByLabelText('Scale'), '2');
      await userEvent.type(within(details).getByLabelText('Minimum'), '1.5');
      await userEvent.type(
        within(details).getByLabelText('Maximum'),
        '12345678901234567.25',
      );

      expect(entityOf(model()).fields[1]).toEqual({
        name: 'price',
        type: 'decimal',
        scale: 2,
        minimum: 1.5,
        maximum: '12345678901234567.25',
      });
      await userEvent.clear(within(details).getByLabelText('Scale'));
      expect(entityOf(model()).fields[1]).not.toHaveProperty('scale');
    });

    it('keeps a number as it is typed as long as it is the number', async () => {
      const { draft } = await renderTable();
      const details = await openDetails(2);
      const minimum = within(details).getByLabelText('Minimum');

      await userEvent.type(minimum, '1.50');
      expect(minimum).toHaveValue('1.50');

      act(() => draft().undo());
      expect(minimum).toHaveValue('');
    });

    it('edits the values of an enum, and its default among them', async () => {
      const { model } = await renderTable();
      const details = await openDetails(3);

      await userEvent.type(
        within(details).getByLabelText('Values 2'),
        '{Enter}retired',
      );
      await userEvent.selectOptions(
        within(details).getByLabelText('Default'),
        'retired',
      );
      await userEvent.click(within(details).getByLabelText('Values 1'));
      await userEvent.keyboard('{Control>}{Backspace}{/Control}');

      expect(entityOf(model()).fields[2]).toEqual({
        name: 'state',
        type: 'enum',
        values: ['active', 'retired'],
        default: 'retired',
      });
    });

    it('takes pasted lines for values', async () => {
      const { model } = await renderTable();
      const details = await openDetails(3);

      await userEvent.type(
        within(details).getByLabelText('Values 2'),
        '{Enter}',
      );
      await userEvent.paste('one\n two \r\n\nthree');

      expect(entityOf(model()).fields[2].values).toEqual([
        'draft',
        'active',
        'one',
        'two',
        'three',
      ]);
    });

    it('says what an array holds', async () => {
      const { model } = await renderTable();
      await userEvent.selectOptions(field('Type', 1), 'array');
      expect(entityOf(model()).fields[0].items).toEqual({ type: 'string' });

      const details = await openDetails(1);
      const items = within(details).getByRole('group', {
        name: 'What it holds',
      });
      await userEvent.selectOptions(
        within(items).getByLabelText('Type'),
        'integer',
      );
      await userEvent.type(within(items).getByLabelText('Minimum'), '1');

      expect(entityOf(model()).fields[0].items).toEqual({
        type: 'integer',
        minimum: 1,
      });
    });

    it('edits the fields of an object in a table within', async () => {
      const { model } = await renderTable();
      await userEvent.selectOptions(field('Type', 2), 'object');
      const details = await screen.findByRole('group', {
        name: 'Details of field 2 of Product',
      });
      await within(details).findByText(/The object has no fields/);

      await userEvent.click(
        within(details).getByRole('button', { name: 'Add field' }),
      );
      await userEvent.keyboard('width{Enter}height');

      expect(entityOf(model()).fields[1].fields).toEqual([
        { name: 'width', type: 'string' },
        { name: 'height', type: 'string' },
      ]);
      expect(field('Name', 2, 'Product.price')).toHaveFocus();
    });

    it('edits an entity itself', async () => {
      const { model } = await renderTable();

      await userEvent.clear(screen.getByRole('textbox', { name: 'Name' }));
      await userEvent.type(
        screen.getByRole('textbox', { name: 'Name' }),
        'Category',
      );
      await userEvent.type(
        screen.getByRole('textbox', { name: 'Name' }),
        'Item',
      );
      await userEvent.type(screen.getByLabelText('Plural'), 'Items');
      await userEvent.selectOptions(
        screen.getByLabelText('Type of id'),
        'integer',
      );
      await userEvent.click(screen.getByLabelText('Timestamps'));
      await userEvent.click(screen.getByLabelText('Owned'));

      const { fields, relations, ...own } = entityOf(model());
      expect(own).toEqual({
        name: 'CategoryItem',
        plural: 'Items',
        id: 'integer',
        timestamps: false,
        owned: true,
      });
      expect(relations[0].target).toBe('Category');
      expect(screen.queryByRole('option', { name: 'objectId' })).toBeNull();
    });
  });
});
