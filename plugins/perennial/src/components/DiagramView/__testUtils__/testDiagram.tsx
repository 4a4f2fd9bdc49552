import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect } from 'react';
import type { DraftModel, JsonObject, Pointer } from '../../../draft/types';
import {
  useDesignerActions,
  type DesignerActions,
} from '../../ModelDesigner/designerContext';
import { TestDesigner } from '../../ModelDesigner/__testUtils__/TestDesigner';
import type { Draft } from '../../ModelDesigner/useDraft';
import { DiagramView } from '../DiagramView';

export const shop: DraftModel = {
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

export const PRODUCT = /^Product, 2 fields, 1 relation/;
export const CATEGORY = /^Category, 1 field, 0 relations/;
export const RELATION = 'category: Product to Category, many to one';

export async function renderDiagram(
  props: { model?: DraftModel; text?: string; readOnly?: boolean } = {
    model: shop,
  },
) {
  let draft: Draft | undefined;
  let actions: DesignerActions | undefined;
  function Spy() {
    const designer = useDesignerActions();
    useEffect(() => {
      actions = designer;
    }, [designer]);
    return null;
  }
  renderInTestApp(
    <TestDesigner
      {...props}
      onDraft={next => {
        draft = next;
      }}
    >
      <Spy />
      <DiagramView />
    </TestDesigner>,
  );
  await screen.findByRole('toolbar', { name: 'Diagram' });
  return {
    entities: () => draft!.content.model.entities as JsonObject[],
    draft: () => draft!,
    reveal: (pointer: Pointer) =>
      act(() => actions!.revealPlace(pointer, 'diagram')),
  };
}

export const element = (name: RegExp | string) =>
  screen.findByRole('group', { name });

export async function focus(name: RegExp | string) {
  const found = await element(name);
  act(() => found.focus());
  return found;
}

/** Waits as the focus follows in the next frame. */
export const expectFocus = (name: RegExp | string) =>
  waitFor(() => expect(screen.getByRole('group', { name })).toHaveFocus());

export const press = (keys: string) => userEvent.keyboard(keys);
