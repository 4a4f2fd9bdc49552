import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DraftModel } from '../../draft/types';
import { entityOf, field, renderTable } from './__testUtils__/testTable';

function names(model: DraftModel, member = 'fields', entity = 0): string[] {
  return entityOf(model, entity)[member].map(
    (item: { name: string }) => item.name,
  );
}

function entityNames(model: DraftModel) {
  return (model.entities as { name: string }[]).map(({ name }) => name);
}

const [ALT_UP, ALT_DOWN] = ['Up', 'Down'].map(
  key => `{Alt>}{Arrow${key}}{/Alt}`,
);
const REMOVE = '{Control>}{Backspace}{/Control}';

describe('TableView by keyboard', () => {
  it('writes a list of fields without leaving the keys, and never submits the form', async () => {
    const { model, submit } = await renderTable({
      model: { entities: [{ name: 'Product' }] },
    });

    act(() => screen.getByRole('button', { name: 'Add field' }).focus());
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('sku{Tab}');
    expect(field('Type', 1)).toHaveFocus();
    await userEvent.keyboard('{Tab} ');
    expect(field('Required', 1)).toBeChecked();
    await userEvent.keyboard('{Shift>}{Tab}{Tab}{/Shift}{Enter}price{Enter}');
    await userEvent.keyboard('stock');

    expect(names(model())).toEqual(['sku', 'price', 'stock']);
    expect(submit).not.toHaveBeenCalled();
  });

  it('adds a row from anywhere in a row, below it', async () => {
    const { model } = await renderTable();

    act(() => field('Unique', 1).focus());
    await userEvent.keyboard('{Control>}{Enter}{/Control}');

    expect(names(model())).toEqual(['sku', 'field', 'price', 'state']);
    expect(field('Name', 2)).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent('Field 2 added.');
  });

  it('goes up and down in a column, over rows without a control in it', async () => {
    await renderTable();

    act(() => field('Search', 1).focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(field('Search', 1)).toHaveFocus();

    act(() => field('Name', 1).focus());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(field('Name', 3)).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    expect(field('Name', 2)).toHaveFocus();
  });

  it('moves a row with the focus on it', async () => {
    const { model } = await renderTable();

    act(() => field('Name', 1).focus());
    await userEvent.keyboard(ALT_DOWN);
    expect(names(model())).toEqual(['price', 'sku', 'state']);
    expect(field('Name', 2)).toHaveFocus();
    expect(field('Name', 2)).toHaveValue('sku');
    expect(screen.getByRole('status')).toHaveTextContent(
      'Product › sku is now 2 of 3.',
    );

    await userEvent.keyboard(`${ALT_UP}${ALT_UP}`);
    expect(names(model())).toEqual(['sku', 'price', 'state']);
    expect(field('Name', 1)).toHaveFocus();
  });

  it('removes rows, and goes on with a neighbour until none is left', async () => {
    const { model } = await renderTable();

    act(() => field('Type', 2).focus());
    await userEvent.keyboard(REMOVE);
    expect(names(model())).toEqual(['sku', 'state']);
    expect(field('Type', 2)).toHaveFocus();
    expect(field('Type', 2)).toHaveValue('enum');

    await userEvent.keyboard(REMOVE);
    expect(field('Type', 1)).toHaveFocus();
    await userEvent.keyboard(REMOVE);
    expect(entityOf(model())).not.toHaveProperty('fields');
    expect(screen.getByRole('button', { name: 'Add field' })).toHaveFocus();
  });

  it('offers the actions of a row as one stop of the Tab key', async () => {
    const { model } = await renderTable();
    const actions = screen.getByRole('toolbar', {
      name: 'Actions on field 1 of Product',
    });

    act(() => within(actions).getAllByRole('button')[0].focus());
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(names(model())).toEqual(['sku', 'sku2', 'price', 'state']);
    expect(field('Name', 2)).toHaveFocus();

    act(() => within(actions).getAllByRole('button')[4].focus());
    await userEvent.keyboard('{Delete}');
    expect(names(model())).toEqual(['sku2', 'price', 'state']);
    expect(
      screen.getByRole('button', { name: 'Remove field 1 of Product' }),
    ).toHaveFocus();
  });

  it('keeps the focus when an undo takes its row away', async () => {
    const { draft, model } = await renderTable();

    act(() => field('Name', 3).focus());
    await userEvent.keyboard('{Enter}');
    expect(field('Name', 4)).toHaveFocus();

    act(() => draft().undo());
    expect(names(model())).toEqual(['sku', 'price', 'state']);
    expect(field('Name', 3)).toHaveFocus();
  });

  it('undoes a typed word at once, and keeps what is open in other rows', async () => {
    const { draft, model } = await renderTable();
    await userEvent.click(
      screen.getByRole('button', { name: /^Details of field 3/ }),
    );

    await userEvent.type(field('Name', 1), 'Code');
    act(() => field('Name', 2).focus());
    await userEvent.keyboard(REMOVE);
    act(() => draft().undo());
    act(() => draft().undo());

    expect(names(model())).toEqual(['sku', 'price', 'state']);
    expect(
      screen.getByRole('group', { name: 'Details of field 3 of Product' }),
    ).toBeInTheDocument();
  });

  it('works the list of entities', async () => {
    const { model } = await renderTable();
    const entity = (name: string) =>
      screen.getByRole('button', { name: new RegExp(`^${name}\\d`) });

    act(() => entity('Product').focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(entity('Category')).toHaveFocus();
    expect(field('Name', 1, 'Category')).toBeInTheDocument();

    await userEvent.keyboard(ALT_UP);
    expect(entityNames(model())).toEqual(['Category', 'Product']);
    expect(entity('Category')).toHaveFocus();
    expect(entity('Category')).toHaveAttribute('aria-current', 'true');

    await userEvent.keyboard('{Delete}');
    expect(model().entities).toEqual([
      expect.not.objectContaining({ relations: expect.anything() }),
    ]);
    expect(entity('Product')).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent(
      'Remove Category, and 1 relation to it.',
    );

    await userEvent.keyboard('{Delete}');
    expect(model()).toEqual({});
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Add the first entity' }),
      ).toHaveFocus(),
    );
  });

  it('relates entities', async () => {
    const { model } = await renderTable();

    await userEvent.click(screen.getByRole('button', { name: 'Add relation' }));
    const target = screen.getByLabelText('Target of relation 2 of Product');
    expect(target).toHaveFocus();
    expect(entityOf(model()).relations[1]).toEqual({
      name: 'category2',
      kind: 'manyToOne',
      target: 'Category',
    });

    await userEvent.selectOptions(target, 'Product');
    await userEvent.selectOptions(
      screen.getByLabelText('Kind of relation 2 of Product'),
      'manyToMany',
    );
    expect(
      screen.queryByLabelText('On delete of relation 2 of Product'),
    ).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Details of relation 2 of Product' }),
    );
    await userEvent.type(screen.getByLabelText('Inverse'), 'partOf');

    expect(entityOf(model()).relations[1]).toEqual({
      name: 'product',
      kind: 'manyToMany',
      target: 'Product',
      inverse: 'partOf',
    });
  });
});
