import { createExtensionTester } from '@backstage/frontend-test-utils';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { perennialPlugin } from './plugin';

describe('perennialPlugin', () => {
  const extension = perennialPlugin.getExtension(
    'scaffolder-form-field:perennial/model-designer',
  );

  it('attaches the model designer to the fields of the scaffolder', () => {
    expect(extension).toMatchObject({
      attachTo: { id: 'api:scaffolder/form-fields', input: 'formFields' },
    });
  });

  it('calls it ModelDesigner and describes its options', async () => {
    const load = createExtensionTester(extension).get(
      FormFieldBlueprint.dataRefs.formFieldLoader,
    );

    await expect(load()).resolves.toMatchObject({
      name: 'ModelDesigner',
      component: expect.any(Function),
      validation: expect.any(Function),
      schema: {
        schema: {
          uiOptions: {
            properties: {
              database: { enum: ['postgres', 'mongo'] },
              examples: { description: expect.any(String) },
              rows: { description: expect.any(String) },
              preview: { description: expect.any(String) },
            },
          },
        },
      },
    });
  });
});
