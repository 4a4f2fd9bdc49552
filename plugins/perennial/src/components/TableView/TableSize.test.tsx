import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DraftModel } from '../../draft/types';
import { summariseField } from './summariseField';
import { entityOf, field, renderTable } from './__testUtils__/testTable';

// Each drawing of a row makes its summary, so its calls say which rows were drawn.
jest.mock('./summariseField', () => ({
  summariseField: jest.fn(
    jest.requireActual('./summariseField').summariseField,
  ),
}));

function modelOf(entities: number, fields: number): DraftModel {
  return {
    entities: Array.from({ length: entities }, (_, entity) => ({
      name: `Entity${entity}`,
      fields: Array.from({ length: fields }, (_field, index) => ({
        name: `field${index}`,
        type: index % 2 === 0 ? 'string' : 'decimal',
      })),
    })),
  };
}

describe('TableView of a large model', () => {
  it('draws a row anew for an edit of it, and no other row', async () => {
    const drawn = jest.mocked(summariseField);
    const { model } = await renderTable({ model: modelOf(50, 20) });
    const drawnFields = () =>
      new Set(drawn.mock.calls.map(([{ name }]) => name));
    expect(drawnFields().size).toBe(20);

    drawn.mockClear();
    await userEvent.type(field('Name', 5, 'Entity0'), 'x');
    await userEvent.click(field('Required', 5, 'Entity0'));

    expect(drawnFields()).toEqual(new Set(['field4x']));
    expect(entityOf(model()).fields[4].required).toBe(true);

    // Problems come and go at one row, too.
    drawn.mockClear();
    await userEvent.clear(field('Name', 5, 'Entity0'));
    expect(await screen.findByText(/is empty/)).toBeInTheDocument();
    await userEvent.type(field('Name', 5, 'Entity0'), 'y');
    expect(drawnFields()).toEqual(new Set(['', 'y']));
  });

  it('finds an entity among two hundred', async () => {
    const { model } = await renderTable({ model: modelOf(200, 3) });
    const list = screen.getByRole('navigation', { name: 'Entities' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(200);

    const filter = screen.getByRole('searchbox', { name: 'Filter entities' });
    await userEvent.type(filter, 'ENTITY19');
    expect(within(list).getAllByRole('listitem')).toHaveLength(11);
    await userEvent.type(filter, '9{Enter}');
    expect(field('Name', 1, 'Entity199')).toBeInTheDocument();

    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), {
      target: { value: 'Last' },
    });
    expect(entityOf(model(), 199).name).toBe('Last');
    expect(
      screen.getByText('No entity matches "ENTITY199".'),
    ).toBeInTheDocument();

    await userEvent.clear(filter);
    expect(within(list).getAllByRole('listitem')).toHaveLength(200);
    act(() => screen.getByRole('button', { name: /^Last/ }).focus());
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(entityOf(model(), 200).name).toBe('Entity');
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  });
});
