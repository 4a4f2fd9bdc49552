import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JsonObject } from '../../draft/types';
import { setUpCanvas } from './__testUtils__/testCanvas';
import {
  CATEGORY,
  element,
  expectFocus,
  focus,
  press,
  PRODUCT,
  RELATION,
  renderDiagram,
  shop,
} from './__testUtils__/testDiagram';

describe('an edit of the DiagramView', () => {
  beforeAll(setUpCanvas);

  it('invites to add the first entity, and names it at once', async () => {
    const { entities } = await renderDiagram({});
    expect(screen.getByText('No entities yet')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Add entity' }));
    const name = await screen.findByRole('textbox', {
      name: 'Name of the entity',
    });
    expect(name).toHaveFocus();
    await press('Customer{Enter}');

    expect(entities()).toEqual([{ name: 'Customer' }]);
    await expectFocus(/^Customer, 0 fields/);
    expect(screen.queryByText('No entities yet')).not.toBeInTheDocument();
  });

  it('keeps the name where Escape is pressed, or nothing is typed', async () => {
    const { entities } = await renderDiagram();
    await focus(CATEGORY);

    await press('{F2}');
    await screen.findByRole('textbox', { name: 'Name of the entity' });
    await press('Other{Escape}');
    await expectFocus(CATEGORY);
    await press('{F2}');
    await userEvent.clear(
      await screen.findByRole('textbox', { name: 'Name of the entity' }),
    );
    await press('{Enter}');

    await expectFocus(CATEGORY);
    expect(entities()).toEqual(shop.entities);
  });

  it('renames an entity, and what refers to it, as one step', async () => {
    const { entities, draft } = await renderDiagram();
    await focus(CATEGORY);

    await press('{F2}');
    await screen.findByRole('textbox', { name: 'Name of the entity' });
    await press('Genre{Enter}');

    expect(entities()[1].name).toBe('Genre');
    expect(entities()[0].relations).toEqual([
      { name: 'category', kind: 'manyToOne', target: 'Genre' },
    ]);
    await element('category: Product to Genre, many to one');
    expect(draft().history.present.label).toBe('Rename Category to Genre');
    act(() => draft().undo());
    expect(await element(CATEGORY)).toBeInTheDocument();
  });

  it('removes an entity with its relations, and keeps the focus', async () => {
    const { entities } = await renderDiagram();
    await focus(CATEGORY);

    await press('{Delete}');

    const { relations, ...product } = (shop.entities as JsonObject[])[0];
    expect(entities()).toEqual([product]);
    await expectFocus(/^Product, 2 fields, 0 relations/);
    expect(
      screen.getByText(/^Entity Category and the relations/),
    ).toBeInTheDocument();
    await press('{Delete}');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Add entity' })).toHaveFocus(),
    );
  });

  it('relates by keyboard, and opens the new relation', async () => {
    const { entities } = await renderDiagram();
    await focus(CATEGORY);

    await press('r');
    const dialog = await screen.findByRole('dialog', {
      name: 'Relate Category',
    });
    await userEvent.click(within(dialog).getByRole('button', { name: /To$/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Category' }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Add relation' }),
    );

    expect(entities()[1].relations).toEqual([
      { name: 'category', kind: 'manyToOne', target: 'Category' },
    ]);
    const panel = await screen.findByRole('region', {
      name: 'Relation of Category',
    });
    await waitFor(() =>
      expect(
        within(panel).getByRole('textbox', { name: 'Name' }),
      ).toHaveFocus(),
    );
    await press('parent{Escape}');
    expect(entities()[1].relations).toEqual([
      { name: 'parent', kind: 'manyToOne', target: 'Category' },
    ]);
    await expectFocus('parent: Category to Category, many to one');
  });

  it('relates by dragging from one entity to another', async () => {
    const { entities } = await renderDiagram();
    const category = await element(CATEGORY);
    const product = await element(PRODUCT);
    const handle = category.querySelector('[data-handleid="right"]')!;
    const goal = product.querySelector('[data-handleid="whole"]')!;
    // jsdom knows nothing of places.
    document.elementFromPoint = () => goal;

    fireEvent.mouseDown(handle, { button: 0, clientX: 0, clientY: 0 });
    fireEvent.mouseMove(document, { clientX: 300, clientY: 300 });
    fireEvent.mouseMove(document, { clientX: 310, clientY: 310 });
    fireEvent.mouseUp(document, { clientX: 310, clientY: 310 });

    await screen.findByRole('region', { name: 'Relation of Category' });
    expect(entities()[1].relations).toEqual([
      { name: 'product', kind: 'manyToOne', target: 'Product' },
    ]);
  });

  it('edits and removes a relation in its panel', async () => {
    const { entities } = await renderDiagram();
    const line = await focus(RELATION);
    await press('{Enter}');
    const panel = within(
      await screen.findByRole('region', { name: 'Relation of Product' }),
    );

    await userEvent.click(panel.getByRole('switch', { name: 'Required' }));
    await userEvent.type(
      panel.getByRole('textbox', { name: /^Name seen from Category/ }),
      'products',
    );
    expect(entities()[0].relations).toEqual([
      {
        name: 'category',
        kind: 'manyToOne',
        target: 'Category',
        required: true,
        inverse: 'products',
      },
    ]);
    expect(line).toHaveAccessibleName(`${RELATION}, required`);

    await userEvent.click(panel.getByRole('button', { name: /Kind$/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Many to many' }),
    );
    expect(entities()[0].relations).toEqual([
      {
        name: 'category',
        kind: 'manyToMany',
        target: 'Category',
        inverse: 'products',
      },
    ]);
    expect(panel.queryByRole('switch')).not.toBeInTheDocument();

    await userEvent.click(
      panel.getByRole('button', { name: 'Remove relation' }),
    );
    expect(entities()[0]).not.toHaveProperty('relations');
    await expectFocus(/^Product, 2 fields, 0 relations/);
  });
});
