import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createModelResolveAction } from './modelResolve';

describe('perennial:model:resolve', () => {
  const action = createModelResolveAction();

  async function run(
    model: unknown,
    database: 'postgres' | 'mongo' = 'postgres',
    isDryRun = false,
    maximumEntities?: number,
  ) {
    const context = {
      ...createMockActionContext({
        input: { model, database, maximumEntities } as never,
      }),
      isDryRun,
    };
    await action.handler(context);
    return Object.fromEntries(jest.mocked(context.output).mock.calls);
  }

  const note = {
    name: 'note',
    owned: true,
    fields: [{ name: 'title', type: 'string', required: true }],
  };

  it('hands the model on in its canonical form', async () => {
    expect(await run({ entities: [note] })).toEqual({
      model: {
        entities: [
          {
            key: 'note',
            name: 'note',
            owned: true,
            fields: [
              { key: 'title', name: 'title', type: 'string', required: true },
            ],
          },
        ],
      },
      entities: ['note'],
      names: [
        {
          ...{ name: 'note', pascal: 'Note', camel: 'note', snake: 'note' },
          ...{ kebab: 'note', title: 'Note' },
          plural: {
            ...{ pascal: 'Notes', camel: 'notes', snake: 'notes' },
            ...{ kebab: 'notes', title: 'Notes' },
          },
        },
      ],
      auth: true,
    });
  });

  it('refuses more entities than a template takes', async () => {
    const model = { entities: [note, { ...note, name: 'memo' }] };
    expect(await run(model, 'postgres', false, 2)).toMatchObject({
      entities: ['note', 'memo'],
    });
    await expect(run(model, 'postgres', false, 1)).rejects.toThrow(
      'The model has 2 entities (note, memo), and this template takes 1.',
    );
  });

  it('takes text, YAML or JSON, for the same', async () => {
    const expected = await run({ entities: [note] });
    expect(await run(JSON.stringify({ entities: [note] }))).toEqual(expected);
    expect(
      await run(
        'entities:\n  - name: note\n    owned: true\n    fields:\n      - { name: title, type: string, required: true }\n',
      ),
    ).toEqual(expected);
  });

  it('is stable: its output resolves to itself', async () => {
    const first = await run({ entities: [note] });
    expect(await run(first.model)).toEqual(first);
  });

  it('says that no entity is owned', async () => {
    expect(await run({ entities: [{ ...note, owned: false }] })).toMatchObject({
      auth: false,
    });
  });

  it('does the same in a dry run', async () => {
    expect(await run({ entities: [note] }, 'postgres', true)).toEqual(
      await run({ entities: [note] }),
    );
  });

  it('reports every problem at once, with place and mend', async () => {
    const model = {
      entities: [
        {
          name: 'Note',
          fields: [
            { name: 'Title', type: 'string' },
            { name: 'title', type: 'string' },
          ],
        },
        { name: 'note', fields: [{ name: 'id', type: 'string' }] },
      ],
    };
    const error = await run(model).catch(reason => reason);
    expect(error.name).toBe('InputError');
    expect(error.message.split('\n').sort()).toEqual([
      expect.stringMatching(/^- entities\[0\]\.fields\[1\]\.name: .*Rename/),
      expect.stringMatching(/^- entities\[1\]\.fields\[0\]\.name: .*Rename/),
      expect.stringMatching(/^- entities\[1\]\.name: .*Rename/),
      'The model has 3 problems:',
    ]);
  });

  it('checks for the database at hand', async () => {
    const model = { entities: [{ ...note, id: 'objectId' }] };
    await expect(run(model, 'mongo')).resolves.toMatchObject({ auth: true });
    await expect(run(model, 'postgres')).rejects.toThrow('entities[0].id');
  });

  it.each([
    ['nothing', undefined, /The model is empty/],
    ['an empty text', '', /The model/],
    ['text that is no YAML', 'entities: [', /line/],
    [
      'an expression that was not evaluated',
      '${{ parameters.modle }}',
      /The input "model" still holds template syntax/,
    ],
    [
      'template syntax in a description',
      { entities: [{ ...note, description: 'a ${{ secrets.x }} b' }] },
      /entities\[0\]\.description/,
    ],
    [
      'a name that reaches a prototype',
      '{"entities":[{"name":"A","fields":[{"name":"__proto__","type":"string"}]}]}',
      /__proto__/,
    ],
    [
      'an unknown target',
      {
        entities: [
          {
            ...note,
            relations: [{ name: 'a', kind: 'manyToOne', target: 'Ghost' }],
          },
        ],
      },
      /entities\[0\]\.relations\[0\]\.target/,
    ],
    [
      'too many entities',
      {
        entities: Array.from({ length: 501 }, (_, index) => ({
          ...note,
          name: `Note${index}`,
        })),
      },
      /500/,
    ],
  ])('refuses %s', async (_, model, message) => {
    await expect(run(model)).rejects.toThrow(message);
  });
});
