import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ModelDocument } from '@perennial/plugin-perennial-common';
import axe from 'axe-core';
import { parse } from 'yaml';
import { bundledExamples } from '../../examples';
import { ModelReview } from './ModelReview';

const SMALL: ModelDocument = {
  entities: [
    {
      name: 'Product',
      description: 'Something we sell',
      id: 'integer',
      owned: true,
      softDelete: true,
      fields: [
        {
          name: 'sku',
          type: 'string',
          required: true,
          unique: true,
          maxLength: 64,
          pattern: '^[A-Z0-9-]+$',
        },
        { name: 'price', type: 'decimal', precision: 12, scale: 2, minimum: 0 },
        {
          name: 'status',
          type: 'enum',
          values: ['draft', 'active'],
          default: 'draft',
          index: true,
        },
        { name: 'tags', type: 'array', items: { type: 'string' }, maxItems: 5 },
        {
          name: 'size',
          type: 'object',
          fields: [{ name: 'width', type: 'number' }],
        },
      ],
      relations: [
        {
          name: 'category',
          kind: 'manyToOne',
          target: 'category',
          required: true,
          inverse: 'products',
        },
        {
          name: 'twin',
          kind: 'oneToOne',
          target: 'Product',
          onDelete: 'setNull',
        },
        { name: 'shelves', kind: 'manyToMany', target: 'Shelf' },
      ],
    },
    { name: 'Category', timestamps: false },
    { name: 'Shelf', plural: 'Shelves', timestamps: false },
  ],
};

function largeModel(count: number): ModelDocument {
  return {
    entities: Array.from({ length: count }, (_, index) => ({
      name: `Thing ${index + 1}`,
      fields: [{ name: 'label', type: 'string' as const }],
    })),
  };
}

async function show(
  model: ModelDocument,
  api: 'service' | 'adminServer' = 'service',
) {
  renderInTestApp(<ModelReview title="Data model" model={model} api={api} />);
  return screen.findByRole('region', { name: 'Data model' });
}

function rowsOf(entity: string) {
  const table = screen.getByRole('table', { name: `Fields of ${entity}` });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row => [...row.children].map(cell => cell.textContent));
}

describe('ModelReview', () => {
  it('says of each field its type and its rules', async () => {
    await show(SMALL);

    expect(rowsOf('Product')).toEqual([
      [
        'sku',
        'string',
        'requireduniqueat most 64 characters, matches ^[A-Z0-9-]+$',
      ],
      ['price', 'decimal, 12 digits, 2 of them after the point', 'at least 0'],
      ['status', 'one of draft, active', '"draft" by default, indexed'],
      ['tags', 'array of string', 'at most 5 items'],
      ['size', 'object', ''],
      ['size.width', 'number', ''],
    ]);
  });

  it('says relations in sentences, from both sides', async () => {
    await show(SMALL);

    const relations = screen.getByRole('list', {
      name: 'Relations of Product',
    });
    expect(
      within(relations)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'category Each Product refers to one category. A category that is referred to cannot be deleted. Seen from category it is called products.',
      'twin Each Product may refer to one Product, which no other Product refers to. When the Product is deleted, the reference is cleared.',
      'shelves Each Product refers to any number of Shelf.',
    ]);
    expect(screen.getByText('Referred to by Product.category.')).toBeVisible();
    expect(screen.getByText('Referred to by Product.shelves.')).toBeVisible();
  });

  it('says where each entity is served and what its rows do', async () => {
    const review = await show(SMALL);

    expect(review).toHaveTextContent('3 entities · 5 fields · 3 relations');
    expect(screen.getByText('Something we sell')).toBeVisible();
    expect(screen.getByText('/api/v1/products')).toBeVisible();
    expect(screen.getByText('/api/v1/shelves')).toBeVisible();
    expect(screen.getByText('integer')).toBeVisible();
    expect(
      screen.getByText(
        'belongs to the caller who made it, keeps when it was created and changed, keeps what was deleted',
      ),
    ).toBeVisible();
  });

  it('knows where an admin server serves an entity', async () => {
    await show({ entities: [{ name: 'StockItem' }] }, 'adminServer');

    expect(screen.getByText('/stock_items')).toBeVisible();
  });

  it('opens and closes entities with the keyboard', async () => {
    await show(SMALL);
    const trigger = screen.getByRole('button', { name: /^Category/ });
    expect(trigger).toHaveAttribute('aria-expanded', 'true');

    trigger.focus();
    await userEvent.keyboard('{Enter}');

    expect(trigger).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('/api/v1/categories')).not.toBeInTheDocument();
  });

  it('shows text that looks like markup or a translation as it is', async () => {
    const hostile = '<b>$t(review.expandAll) {{count}}</b>';
    await show({
      entities: [
        {
          name: 'Note',
          description: hostile,
          fields: [{ name: 'constructor_', type: 'string', default: hostile }],
        },
      ],
    });

    expect(screen.getByText(hostile)).toBeVisible();
    expect(rowsOf('Note')[0][2]).toBe(`${JSON.stringify(hostile)} by default`);
  });

  it('lists the names of a model of a dozen entities first', async () => {
    const shop = bundledExamples.find(({ name }) => name === 'shop')!;
    const model = parse(shop.text) as ModelDocument;
    const review = await show(model);

    expect(within(review).getAllByRole('heading', { level: 4 })).toHaveLength(
      model.entities.length,
    );
    expect(within(review).queryByRole('table')).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Open all' }));
    expect(within(review).getAllByRole('table')).toHaveLength(
      model.entities.length,
    );

    await userEvent.click(screen.getByRole('button', { name: 'Close all' }));
    expect(within(review).queryByRole('table')).not.toBeInTheDocument();
  });

  it('finds one of 200 entities by its name', async () => {
    const review = await show(largeModel(200));
    expect(review).toHaveTextContent('200 entities · 200 fields · 0 relations');

    const search = screen.getByRole('searchbox', { name: 'Find an entity' });
    await userEvent.type(search, 'thing 19');
    expect(
      within(review)
        .getAllByRole('heading', { level: 4 })
        .map(heading => heading.textContent),
    ).toEqual([
      'Thing 191 field',
      ...Array.from({ length: 10 }, (_, index) => `Thing 19${index}1 field`),
    ]);

    await userEvent.type(search, 'x');
    expect(screen.getByText('No entity is called that.')).toBeVisible();
  });

  it('has nothing that axe calls serious', async () => {
    const review = await show(SMALL);
    const { violations } = await axe.run(review, {
      rules: { 'color-contrast': { enabled: false } },
    });

    expect(violations).toEqual([]);
  });
});
