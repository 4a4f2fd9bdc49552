import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DraftModel } from '../../../draft/types';
import { TestDesigner } from '../../ModelDesigner/__testUtils__/TestDesigner';
import {
  useDesignerActions,
  type DesignerActions,
} from '../../ModelDesigner/designerContext';
import type { Draft } from '../../ModelDesigner/useDraft';
import { TableView } from '../TableView';

/** Two entities that are as they should be. */
export const shop: DraftModel = {
  entities: [
    {
      name: 'Product',
      fields: [
        { name: 'sku', type: 'string', unique: true },
        { name: 'price', type: 'decimal' },
        { name: 'state', type: 'enum', values: ['draft', 'active'] },
      ],
      relations: [{ name: 'category', kind: 'manyToOne', target: 'Category' }],
    },
    { name: 'Category', fields: [{ name: 'title', type: 'string' }] },
  ],
};

/** What a test sees and does beside the page. */
export interface View {
  draft: () => Draft;
  model: () => DraftModel;
  actions: () => DesignerActions;
  submit: jest.Mock;
}

/** Draws the table in a form. */
export async function renderTable(
  props: Partial<Parameters<typeof TestDesigner>[0]> = { model: shop },
): Promise<View> {
  let draft: Draft | undefined;
  let actions: DesignerActions | undefined;
  const submit = jest.fn(event => event.preventDefault());
  function Actions() {
    actions = useDesignerActions();
    return null;
  }
  renderInTestApp(
    <form onSubmit={submit}>
      <TestDesigner
        {...props}
        onDraft={next => {
          draft = next;
        }}
      >
        <Actions />
        <TableView />
      </TestDesigner>
      <button type="submit">Next</button>
    </form>,
  );
  await screen.findByRole('button', { name: 'Next' });
  return {
    draft: () => draft!,
    model: () => draft!.content.model,
    actions: () => actions!,
    submit,
  };
}

/** The cell of a field. */
export function field(member: string, number: number, owner = 'Product') {
  return screen.getByLabelText(`${member} of field ${number} of ${owner}`);
}

/** An entity of a model, as what a test expects it to be. */
export function entityOf(model: DraftModel, index = 0) {
  return (model.entities as DraftModel[])[index] as Record<string, any>;
}

/** Opens the details of a field of Product. */
export async function openDetails(number: number) {
  await userEvent.click(
    screen.getByRole('button', {
      name: new RegExp(`^Details of field ${number} of Product`),
    }),
  );
  return screen.getByRole('group', {
    name: `Details of field ${number} of Product`,
  });
}
