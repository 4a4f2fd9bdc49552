import { createExtensionTester } from '@backstage/frontend-test-utils';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { perennialPlugin } from './plugin';

describe('perennialPlugin', () => {
  const extension = perennialPlugin.getExtension(
    'scaffolder-form-field:perennial/model-editor',
  );

  it('attaches the model editor to the fields of the scaffolder', () => {
    expect(extension).toMatchObject({
      attachTo: { id: 'api:scaffolder/form-fields', input: 'formFields' },
    });
  });

  it('calls it ModelEditor and describes its options', async () => {
    const load = createExtensionTester(extension).get(
      FormFieldBlueprint.dataRefs.formFieldLoader,
    );

    await expect(load()).resolves.toMatchObject({
      name: 'ModelEditor',
      component: expect.any(Function),
      validation: expect.any(Function),
      schema: {
        schema: {
          uiOptions: {
            properties: {
              database: { enum: ['postgres', 'mongo'] },
              examples: { description: expect.any(String) },
              rows: { description: expect.any(String) },
            },
          },
        },
      },
    });
  });
});
