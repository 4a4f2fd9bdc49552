import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DraftModel } from '../../draft/types';
import { expectAccessible } from './__testUtils__/expectAccessible';
import { entityOf, field, renderTable, shop } from './__testUtils__/testTable';

const wrong: DraftModel = {
  entities: [
    {
      name: 'Product',
      fields: [
        { name: 'sku', type: 'string', maxLength: 0 },
        { name: 'SKU', type: 'boolean', minLength: 3 },
        {
          name: 'sizes',
          type: 'array',
          items: {
            type: 'object',
            fields: [
              { name: 'width', type: 'decimal', precision: 4, scale: 9 },
            ],
          },
        },
      ],
      relations: [{ name: 'maker', kind: 'manyToOne', target: 'Compny' }],
    },
    { name: 'Company', fields: [{ name: 'title', type: 'string' }] },
  ],
};

function description(element: HTMLElement) {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map(id => document.getElementById(id)?.textContent).join(' ');
}

describe('TableView with problems', () => {
  it('says them at the inputs, with the mend', async () => {
    await renderTable({ model: wrong });

    await waitFor(() => expect(field('Name', 2)).toBeInvalid());
    expect(description(field('Name', 2))).toContain('Rename one of them.');
    const length = screen.getByLabelText('Maximum length');
    expect(length).toBeInvalid();
    expect(description(length)).toBe(
      'maxLength 0 leaves room for nothing. Set it to 1 or more, or remove it.',
    );
    expect(
      description(screen.getByLabelText('Target of relation 1 of Product')),
    ).toContain('Did you mean Company?');
    expect(screen.getByRole('button', { name: /^Product/ })).toHaveTextContent(
      /problem/,
    );
    expect(field('Name', 1)).toBeValid();
    await expectAccessible();
  });

  it('shows a value that does not fit the type, and removes it on demand', async () => {
    const { model } = await renderTable({ model: wrong });
    const misfit = screen.getByRole('button', {
      name: 'Minimum length: Remove the value 3',
    });
    await waitFor(() =>
      expect(description(misfit)).toContain('minLength does not apply'),
    );

    await userEvent.click(misfit);

    expect(entityOf(model()).fields[1]).toEqual({
      name: 'SKU',
      type: 'boolean',
    });
    expect(field('Name', 2)).toHaveFocus();
  });

  it('drops nothing when the type changes', async () => {
    const { model } = await renderTable({ model: shop });

    await userEvent.selectOptions(field('Type', 3), 'integer');

    expect(entityOf(model()).fields[2].values).toEqual(['draft', 'active']);
    expect(field('Unique', 1)).toBeChecked();
    await userEvent.selectOptions(field('Type', 1), 'json');
    await waitFor(() => expect(field('Unique', 1)).toBeInvalid());
    await userEvent.click(field('Unique', 1));
    expect(screen.queryByLabelText('Unique of field 1 of Product')).toBeNull();
    expect(entityOf(model()).fields[0]).toEqual({ name: 'sku', type: 'json' });
  });

  it('goes to the place that someone asks for, however deep it lies', async () => {
    const { actions } = await renderTable({
      model: {
        entities: [
          ...(shop.entities as DraftModel[]),
          ...(wrong.entities as DraftModel[]),
        ],
      },
    });
    const pointer = ['entities', 2, 'fields', 2, 'items', 'fields', 0];

    act(() => actions().revealPlace([...pointer, 'precision']));
    await waitFor(() =>
      expect(screen.getByLabelText('Precision')).toHaveFocus(),
    );

    act(() => actions().revealPlace(['entities', 1]));
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus(),
    );
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue(
      'Category',
    );

    act(() => actions().revealPlace(['entities', 1, 'fields', 0, 'maxLength']));
    await waitFor(() =>
      expect(screen.getByLabelText('Maximum length')).toHaveFocus(),
    );
  });
});

describe('TableView of odd models', () => {
  const hostile = JSON.parse(`{
    "__proto__": { "polluted": true },
    "entities": [
      "Product",
      null,
      { "name": 42, "constructor": 1, "fields": { "a": 1 }, "relations": "all" },
      { "name": "Twin", "__proto__": [], "fields": [
        null, 7, ["x"], {}, { "name": "a", "type": { "deep": 1 }, "required": "yes" },
        { "name": "toString", "type": "constructor", "default": null },
        { "name": "list", "type": "array", "items": "string" },
        { "name": "none", "type": "enum", "values": "a, b", "examples": 5 }
      ], "relations": [5, { "target": 5, "kind": [], "onDelete": {} }] },
      { "name": "Twin" }
    ]
  }`) as DraftModel;

  it('shows them all, with every value that no input can show', async () => {
    const { actions, model } = await renderTable({ model: hostile });

    for (const [index] of (model().entities as unknown[]).entries()) {
      act(() => actions().select(index));
      const closed = screen.queryAllByRole('button', {
        name: /^Details of/,
        expanded: false,
      });
      for (const button of closed) {
        await userEvent.click(button);
      }
    }
    act(() => actions().select(3));

    expect(
      screen.getByText('{"deep":1}', { selector: 'code' }),
    ).toBeInTheDocument();
    expect(screen.getByText('__proto__: []')).toBeInTheDocument();
    expect(model()).toEqual(hostile);
    await expectAccessible();
  });

  it('lets them be mended', async () => {
    const { actions, model } = await renderTable({ model: hostile });

    await userEvent.type(
      screen.getByRole('textbox', { name: 'Name' }),
      'Product',
    );
    expect(entityOf(model())).toEqual({ name: 'Product' });

    act(() => actions().select(2));
    await userEvent.click(
      screen.getByRole('button', { name: 'Fields: Remove the value {"a":1}' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add field' }));
    expect(entityOf(model(), 2).fields).toEqual([
      { name: 'field', type: 'string' },
    ]);

    act(() => actions().select(3));
    await userEvent.clear(field('Name', 1, 'Twin'));
    await userEvent.type(field('Name', 1, 'Twin'), 'id2');
    await userEvent.selectOptions(field('Type', 1, 'Twin'), 'uuid');
    expect(entityOf(model(), 3).fields[0]).toEqual({
      name: 'id2',
      type: 'uuid',
    });
  });

  it('shows nothing but the mistake and a way on where entities are no list', async () => {
    const { model } = await renderTable({ model: { entities: { a: 1 } } });

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Entities: Remove the value {"a":1}',
      }),
    );
    expect(model()).toEqual({});
  });
});
