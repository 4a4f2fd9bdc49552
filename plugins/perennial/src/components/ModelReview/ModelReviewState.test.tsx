import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { ReviewStateProps } from '@backstage/plugin-scaffolder-react/alpha';
import { screen } from '@testing-library/react';
import type { JsonObject } from '@backstage/types';
import { ModelReviewState } from './ModelReviewState';

const MASK = 'As written in the step "Model"';
const PRODUCT = {
  entities: [{ name: 'Product', fields: [{ name: 'sku', type: 'string' }] }],
};
const MONGO_PRODUCT = {
  entities: [{ ...PRODUCT.entities[0], id: 'objectId' }],
};
const NAMED = { name: 'Data model' };
const PROPERTY = {
  title: 'Data model',
  type: 'object',
  'ui:field': 'ModelDesigner',
  'ui:backstage': { review: { mask: MASK } },
};

function stepOf(mergedSchema: JsonObject): ReviewStateProps['schemas'][number] {
  return { title: 'Step', uiSchema: {}, schema: {}, mergedSchema };
}

function show(formState: JsonObject, property: JsonObject = PROPERTY) {
  renderInTestApp(
    <ModelReviewState
      formState={{ name: 'catalog', ...formState }}
      schemas={[
        stepOf({ properties: { name: { title: 'Name', type: 'string' } } }),
        stepOf({ properties: { model: property } }),
      ]}
    />,
  );
}

describe('ModelReviewState', () => {
  it('shows a model as a summary and leaves the rest to Backstage', async () => {
    show({ model: PRODUCT });

    await screen.findByRole('region', NAMED);
    expect(screen.getByText('1 entity · 1 field · 0 relations')).toBeVisible();
    expect(screen.getByText('catalog')).toBeVisible();
    expect(screen.queryByText(MASK)).not.toBeInTheDocument();
  });

  it.each([
    ['no model', { entities: [] }],
    ['a text', 'entities'],
    ['something foreign', { __proto__: null, rows: [{ a: 1 }] }],
    ['a model of another database', MONGO_PRODUCT],
  ])('falls back to the mask for %s', async (_, model) => {
    show({ model });

    expect(await screen.findByText(MASK)).toBeVisible();
    expect(screen.queryByRole('region', NAMED)).not.toBeInTheDocument();
  });

  it('checks a model for the database of its field', async () => {
    show(
      { model: MONGO_PRODUCT },
      { ...PROPERTY, 'ui:options': { database: 'mongo' } },
    );

    expect(await screen.findByRole('region', NAMED)).toBeVisible();
  });

  it('finds a model that a condition asks for', async () => {
    renderInTestApp(
      <ModelReviewState
        formState={{ kind: 'service', model: PRODUCT }}
        schemas={[
          stepOf({
            properties: { kind: { type: 'string' } },
            dependencies: {
              kind: { oneOf: [{ properties: { model: PROPERTY } }] },
            },
          }),
        ]}
      />,
    );

    expect(await screen.findByRole('region', NAMED)).toBeVisible();
  });

  it('hides a model that the template keeps from the review', async () => {
    show(
      { model: PRODUCT },
      { ...PROPERTY, 'ui:backstage': { review: { show: false } } },
    );

    await screen.findByText('catalog');
    expect(screen.queryByRole('region', NAMED)).not.toBeInTheDocument();
    expect(screen.queryByText(/Product/)).not.toBeInTheDocument();
  });

  it('leaves an object of another field to Backstage', async () => {
    show({ model: PRODUCT }, { ...PROPERTY, 'ui:field': 'Anything' });

    expect(await screen.findByText(MASK)).toBeVisible();
  });
});
