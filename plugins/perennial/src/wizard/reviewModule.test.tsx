import { renderTestApp } from '@backstage/frontend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  scaffolderApiRef,
  type ScaffolderApi,
} from '@backstage/plugin-scaffolder-react';
import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { perennialReviewModule } from './reviewModule';

const MODEL = {
  entities: [{ name: 'Product', fields: [{ name: 'sku', type: 'string' }] }],
};
const MASK = 'As written in the step "Model"';

/** A field that is filled in by a press of a button. */
const fieldPlugin = createFrontendPlugin({
  pluginId: 'fields',
  extensions: [
    FormFieldBlueprint.make({
      name: 'model',
      params: {
        field: async () =>
          createFormField({
            name: 'ModelDesigner',
            component: ({ onChange }) => (
              <button type="button" onClick={() => onChange(MODEL)}>
                Fill in
              </button>
            ),
          }),
      },
    }),
  ],
});

function openTemplate(more: JsonObject = {}, api: Partial<ScaffolderApi> = {}) {
  const scaffolderApi: Partial<ScaffolderApi> = {
    getTemplateParameterSchema: async () => ({
      title: 'A service',
      steps: [
        {
          title: 'Model',
          schema: {
            type: 'object',
            properties: {
              model: {
                title: 'Data model',
                type: 'object',
                'ui:field': 'ModelDesigner',
                'ui:backstage': { review: { mask: MASK } },
              },
            },
          },
        },
      ],
      ...more,
    }),
    ...api,
  };
  renderTestApp({
    features: [scaffolderPlugin, perennialReviewModule, fieldPlugin],
    initialRouteEntries: ['/create/templates/default/a-service'],
    apis: [
      [scaffolderApiRef, scaffolderApi],
      [catalogApiRef, { getEntityByRef: async () => undefined }],
    ],
  });
}

async function fillInAndReview() {
  const fillIn = { name: 'Fill in' };
  await userEvent.click(
    await screen.findByRole('button', fillIn, { timeout: 10_000 }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
}

describe('perennialReviewModule', () => {
  it('shows the model as a summary and starts the task with it', async () => {
    const scaffold = jest.fn(async () => ({ taskId: 'a-task' }));
    openTemplate({}, { scaffold });
    await fillInAndReview();

    await screen.findByRole('region', { name: 'Data model' });
    expect(screen.queryByText(MASK)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));

    expect(scaffold).toHaveBeenCalledWith({
      templateRef: 'template:default/a-service',
      values: { model: MODEL },
      secrets: {},
    });
  });

  it('leaves a form with decorators to Backstage', async () => {
    openTemplate({ formDecorators: [{ id: 'sign' }] });
    await fillInAndReview();

    expect(await screen.findByText(MASK)).toBeVisible();
    expect(
      screen.queryByRole('region', { name: 'Data model' }),
    ).not.toBeInTheDocument();
  });

  it('lets Backstage tell that a template could not be loaded', async () => {
    const message = 'There is no such template';
    openTemplate(
      {},
      {
        getTemplateParameterSchema: async () => {
          throw new Error(message);
        },
      },
    );

    expect(await screen.findByText(new RegExp(message))).toBeInTheDocument();
  });
});
