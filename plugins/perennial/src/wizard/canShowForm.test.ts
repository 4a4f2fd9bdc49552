import type { TemplateParameterSchema } from '@backstage/plugin-scaffolder-react';
import type { JsonObject } from '@backstage/types';
import { canShowForm } from './canShowForm';

const FIELDS = ['ModelDesigner', 'OwnerPicker'];

function manifestOf(
  properties: JsonObject,
  more: Partial<TemplateParameterSchema> = {},
): TemplateParameterSchema {
  return {
    title: 'A template',
    steps: [{ title: 'Model', schema: { properties } }],
    ...more,
  };
}

const model = { type: 'object', 'ui:field': 'ModelDesigner' };

describe('canShowForm', () => {
  it('shows a form with a model and fields that are there', () => {
    const manifest = manifestOf({
      name: { type: 'string' },
      owner: { type: 'string', 'ui:field': 'OwnerPicker' },
      model,
    });

    expect(canShowForm(manifest, FIELDS)).toBe(true);
  });

  it('finds a model below a condition', () => {
    const manifest = manifestOf(
      {},
      {
        steps: [
          {
            title: 'Model',
            schema: {
              dependencies: { kind: { oneOf: [{ properties: { model } }] } },
            },
          },
        ],
      },
    );

    expect(canShowForm(manifest, FIELDS)).toBe(true);
  });

  it.each([
    ['without a model', manifestOf({ name: { type: 'string' } })],
    [
      'with a field that is not handed out',
      manifestOf({ model, token: { type: 'string', 'ui:field': 'Secret' } }),
    ],
    [
      'with a decorator',
      manifestOf({ model }, { formDecorators: [{ id: 'sign' }] }),
    ],
    [
      'with a decorator by its older name',
      manifestOf({ model }, { EXPERIMENTAL_formDecorators: [{ id: 'sign' }] }),
    ],
  ])('leaves a form %s to Backstage', (_, manifest) => {
    expect(canShowForm(manifest, FIELDS)).toBe(false);
  });
});
