import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import type { DraftModel } from '../../draft/types';
import { TestDesigner } from '../ModelDesigner/TestDesigner';
import type { Draft } from '../ModelDesigner/useDraft';
import { DiagramView } from './DiagramView';
import { setUpCanvas } from './testCanvas';

const shop: DraftModel = {
  entities: [
    {
      name: 'Product',
      fields: [
        { name: 'sku', type: 'string', required: true, unique: true },
        { name: 'tags', type: 'array', items: { type: 'string' } },
      ],
      relations: [{ name: 'category', kind: 'manyToOne', target: 'Category' }],
    },
    { name: 'Category', fields: [{ name: 'title', type: 'string' }] },
  ],
};

async function renderDiagram(
  props: { model?: DraftModel; text?: string; readOnly?: boolean } = {
    model: shop,
  },
) {
  let draft: Draft | undefined;
  renderInTestApp(
    <TestDesigner {...props} onDraft={next => (draft = next)}>
      <DiagramView />
    </TestDesigner>,
  );
  await screen.findByRole('toolbar', { name: 'Diagram' });
  return { model: () => draft?.content.model, draft: () => draft! };
}

const entity = (name: RegExp) => screen.findByRole('group', { name });

describe('DiagramView', () => {
  beforeAll(setUpCanvas);

  it('draws entities with their fields, and relations', async () => {
    await renderDiagram();
    const product = await entity(/^Product, 2 fields, 1 relation$/);
    expect(within(product).getByText('string[]')).toBeInTheDocument();
    expect(
      await screen.findByRole('group', {
        name: 'category: Product to Category, many to one',
      }),
    ).toBeInTheDocument();
  });
});
