import type { JsonObject } from '@backstage/types';
import { evaluateTemplate } from './evaluateTemplate';
import { modelParameter } from './form';
import type { TemplateDocument, TemplateStep } from './types';

const MODEL = {
  entities: [{ name: 'Product', fields: [{ name: 'name', type: 'string' }] }],
};

function template(
  before: TemplateStep[],
  values: JsonObject,
  field = 'ModelDesigner',
): TemplateDocument {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'test' },
    spec: {
      parameters: {
        properties: { data: { type: 'object', 'ui:field': field } },
      },
      steps: [
        ...before,
        {
          id: 'render',
          action: 'perennial:service:render',
          input: {
            layers: [{ path: './skeleton', when: '${{ false }}' }],
            model: '${{ parameters.data }}',
            values,
          },
        },
      ],
    },
  };
}

describe('evaluateTemplate', () => {
  it('names layers as the step does, and finds the parameter of the model', async () => {
    const document = template([], { name: 'x' });
    const request = await evaluateTemplate({
      document,
      parameters: {},
      model: MODEL,
    });
    expect(request.layers).toEqual([{ path: './skeleton', when: false }]);
    expect(request.model).toEqual(MODEL);
    expect(modelParameter(document)).toBe('data');
    expect(modelParameter(template([], {}, 'Other'))).toBe('model');
  });

  it('runs those steps that it is given outputs for, if they apply', async () => {
    const look = jest.fn(async (input: JsonObject) => ({
      entity: { spec: { system: `system of ${input.entityRef}` } },
    }));
    const steps = [
      { id: 'a', action: 'catalog:fetch', input: { entityRef: 'shop' } },
      { id: 'b', action: 'catalog:fetch', if: '${{ false }}' },
      // Another action's condition is not even read.
      { id: 'c', action: 'debug:log', if: '${{ 1 | unknownFilter }}' },
    ];
    const { values } = await evaluateTemplate({
      document: template(steps, {
        a: '${{ steps.a.output.entity.spec.system }}',
        b: '${{ steps.b.output.entity.spec.system }}',
        user: '${{ user.ref }}',
      }),
      parameters: {},
      model: MODEL,
      user: { ref: 'user:default/ann' },
      outputs: { 'catalog:fetch': look },
    });
    expect(values).toEqual({
      a: 'system of shop',
      user: 'user:default/ann',
    });
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('is not taken in by an action that is called like a member of every object', async () => {
    const { values } = await evaluateTemplate({
      document: template([{ id: 'a', action: 'toString' }], { name: 'x' }),
      parameters: {},
      model: MODEL,
      outputs: {},
    });
    expect(values).toEqual({ name: 'x' });
  });
});
