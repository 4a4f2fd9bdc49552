import { translationApiRef } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { validateModelField } from './validateModelField';

const valid = {
  entities: [{ name: 'Product', fields: [{ name: 'sku', type: 'string' }] }],
};

async function errorsOf(
  value: Record<string, unknown> | undefined,
  options?: { database?: 'postgres' | 'mongo'; translated?: boolean },
): Promise<string[]> {
  const errors: string[] = [];
  const translationApi = mockApis.translation();
  await validateModelField(
    value as Record<string, unknown>,
    {
      __errors: errors,
      addError: (message: string) => errors.push(message),
    },
    {
      apiHolder: {
        get: apiRef =>
          options?.translated !== false && apiRef.id === translationApiRef.id
            ? (translationApi as never)
            : undefined,
      },
      formData: {},
      schema: {},
      uiSchema: { 'ui:options': { database: options?.database } },
    },
  );
  return errors;
}

describe('validateModelField', () => {
  it('lets a valid model pass', async () => {
    expect(await errorsOf(valid)).toEqual([]);
  });

  it.each([undefined, {}])('asks for a model instead of %p', async value => {
    expect(await errorsOf(value)).toEqual([
      expect.stringContaining('needs a model'),
    ]);
  });

  it('counts the problems and tells the first with place and mend', async () => {
    const [error, ...others] = await errorsOf({
      entities: [
        {
          name: 'Product',
          fields: [
            { name: 'sku', type: 'money' },
            { name: 'price', type: 'pounds' },
          ],
        },
      ],
    });

    expect(others).toEqual([]);
    expect(error).toMatch(/^has 2 problems\. The first: entities\[0\]\.fields/);
  });

  it('knows the database of the template', async () => {
    const model = { entities: [{ ...valid.entities[0], id: 'objectId' }] };

    expect(await errorsOf(model, { database: 'postgres' })).toHaveLength(1);
    expect(await errorsOf(model, { database: 'mongo' })).toEqual([]);
  });

  it('works without translations', async () => {
    expect(await errorsOf({}, { translated: false })).toEqual([
      'needs a valid model.',
    ]);
    expect(
      await errorsOf({ entities: [] }, { translated: false }),
    ).toHaveLength(1);
  });
});
