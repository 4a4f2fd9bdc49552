import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
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

describe('DiagramView', () => {
  beforeAll(setUpCanvas);

  it('draws entities with their fields, and relations', async () => {
    await renderDiagram();

    const product = await element(PRODUCT);
    expect(within(product).getByText('string[]')).toBeInTheDocument();
    expect(within(product).getByText('unique')).toBeInTheDocument();
    expect(await element(RELATION)).toBeInTheDocument();
  });

  it('counts the fields that there is no room for', async () => {
    const fields = Array.from({ length: 21 }, (_, index) => ({
      name: `field${index}`,
      type: 'string',
    }));
    await renderDiagram({ model: { entities: [{ name: 'Big', fields }] } });

    const big = await element(/^Big, 21 fields/);
    expect(within(big).getByText('field8')).toBeInTheDocument();
    expect(within(big).queryByText('field9')).not.toBeInTheDocument();
    expect(within(big).getByText('and 12 more')).toBeInTheDocument();
  });

  it('goes through entities and relations with the arrow keys', async () => {
    const model = {
      entities: [
        ...(shop.entities as JsonObject[]),
        {
          name: 'Shelf',
          relations: [
            { name: 'holds', kind: 'manyToMany', target: 'Category' },
          ],
        },
      ],
    };
    await renderDiagram({ model });
    await focus(PRODUCT);

    await press('{ArrowRight}');
    await expectFocus(CATEGORY);
    await press('{End}');
    await expectFocus(/^Shelf/);
    await press('{ArrowRight}');
    await expectFocus(CATEGORY);
    await userEvent.tab({ shift: true });
    await expectFocus(RELATION);
    await press('{ArrowDown}');
    await expectFocus('holds: Shelf to Category, many to many');
    await press('{ArrowDown}');
    await expectFocus(RELATION);
    await press('{Escape}');
    await expectFocus(CATEGORY);
    expect(screen.getByRole('group', { name: PRODUCT })).not.toHaveFocus();
  });

  it('moves an entity with Alt and the arrow keys', async () => {
    const { entities } = await renderDiagram();
    const category = await focus(CATEGORY);
    const before = category.style.transform;

    await press('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');

    expect(category.style.transform).not.toBe(before);
    expect(screen.getByText('Category is moved.')).toBeInTheDocument();
    expect(entities()).toBe(shop.entities);

    await userEvent.click(screen.getByRole('button', { name: 'Arrange' }));
    await screen.findByText('The diagram is arranged anew.');
    expect(category.style.transform).toBe(before);
  });

  it('shows and focuses a place that it is asked for', async () => {
    const { reveal } = await renderDiagram();
    await element(PRODUCT);

    reveal(['entities', 1]);
    await expectFocus(CATEGORY);
    reveal(['entities', 0, 'relations', 0, 'target']);

    expect(
      await screen.findByRole('region', { name: 'Relation of Product' }),
    ).toBeInTheDocument();
  });

  it('shows problems at their entities, and what mends them', async () => {
    const { entities } = await renderDiagram({
      model: {
        entities: [
          {
            name: 'Order',
            relations: [
              { name: 'buyer', kind: 'manyToOne', target: 'Customer' },
            ],
          },
        ],
      },
    });
    const order = await element(/^Order, 0 fields, 1 relation, 1 problem$/);
    await element(
      'buyer: Order to Customer, many to one, which does not exist, 1 problem',
    );
    act(() => order.focus());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the problem' }),
    );
    expect(
      await screen.findByText('There is no entity "Customer".'),
    ).toBeInTheDocument();
    await press('{Escape}');

    await userEvent.click(screen.getByRole('button', { name: 'Add it' }));

    expect(entities()[1]).toEqual({ name: 'Customer' });
    await element('buyer: Order to Customer, many to one');
  });

  it('can only be looked at while it is read-only', async () => {
    const { entities } = await renderDiagram({ model: shop, readOnly: true });
    await focus(CATEGORY);

    await press('{Delete}{F2}r');

    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Add entity' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByText('The model cannot be edited here and now.'),
    ).toBeInTheDocument();
    // Lines begin at handles, and without them they are not drawn.
    expect(
      document.querySelectorAll('[data-handleid="right"]:not(.connectable)'),
    ).toHaveLength(2);
    act(() => screen.getByRole('group', { name: RELATION }).focus());
    await press('{Enter}');
    expect(
      await screen.findByRole('textbox', { name: 'Name' }),
    ).toHaveAttribute('readonly');
    expect(entities()).toBe(shop.entities);
  });

  it('says where the text cannot be read, and shows the last model', async () => {
    const { draft } = await renderDiagram();
    await element(PRODUCT);

    act(() => draft().setText({ text: 'entities: [', label: 'Type' }));

    expect(
      await screen.findByText('The YAML cannot be read at the moment'),
    ).toBeInTheDocument();
    expect(screen.getByRole('group', { name: PRODUCT })).toBeInTheDocument();
  });

  it('draws whatever is in a text', async () => {
    await renderDiagram({
      text: `
entities:
  - 7
  - {}
  - { name: __proto__, fields: no, relations: [3, { target: constructor }, { target: __proto__ }] }
  - { name: Twin, fields: [1, {}], relations: [{ name: a, kind: odd, target: twin }] }
  - { name: twin, relations: [{ name: b, target: Twin }, { name: c, target: [] }] }
  - { name: ${'x'.repeat(5_000)} }
`,
    });

    expect(
      await screen.findAllByRole('group', { name: /^Unnamed/ }),
    ).toHaveLength(2);
    await element(/^__proto__, 0 fields, 3 relations/);
    await element(/^Twin, 2 fields/);
    await element(/^There is no entity "constructor"/);
    await element(/^unnamed: __proto__ to __proto__/);
  });

  it('has nothing that axe calls serious', async () => {
    await renderDiagram();
    await focus(RELATION);
    await press('{Enter}');
    const panel = await screen.findByRole('region', {
      name: 'Relation of Product',
    });

    const { violations } = await axe.run(
      panel.closest<HTMLElement>('[role=application]')!,
      {
        // jsdom has no colours.
        rules: { 'color-contrast': { enabled: false } },
      },
    );
    expect(violations.filter(({ impact }) => impact !== 'minor')).toEqual([]);
  });

  it('stands 200 entities, and draws those on screen', async () => {
    const entities = Array.from({ length: 200 }, (_, index) => ({
      name: `Thing${index}`,
      fields: [{ name: 'label', type: 'string' }],
      relations:
        index === 0
          ? []
          : [{ name: 'last', kind: 'manyToOne', target: `Thing${index - 1}` }],
    }));
    const { reveal } = await renderDiagram({ model: { entities } });

    // To look by role would take jsdom seconds.
    const find = (name: string) =>
      document.querySelector(`[aria-label^="${name},"]`);
    await waitFor(() => expect(find('Thing0')).toBeInTheDocument());
    reveal(['entities', 199]);
    await waitFor(() => expect(find('Thing199')).toHaveFocus());
  });
});
