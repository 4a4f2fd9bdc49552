import { TestFolder, type Tree } from '../__testUtils__/TestFolder';
import { EVERYTHING, largeModel } from '../__testUtils__/shippedTemplates';
import { planRender } from './planRender';
import { readTemplate } from './readTemplate';

jest.setTimeout(60_000);

const folder = new TestFolder();

const TEMPLATE = `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: test }
spec:
  parameters:
    - required: [name, owner]
      properties:
        name:
          type: string
          pattern: '^[a-z-]+$'
          errorMessage: { pattern: Use lower-case letters. }
        owner: { type: string, ui:field: OwnerPicker }
        system: { type: string }
        count: { type: integer, default: 3, maximum: 9 }
        kubernetes: { type: boolean, default: true }
        auth: { type: string, enum: [none, jwt], enumNames: [None, Tokens], default: none }
    - properties:
        model: { type: object, ui:field: ModelDesigner }
    - required: [repoUrl]
      properties:
        repoUrl: { type: string, ui:field: RepoUrlPicker }
  steps:
    - { id: log, action: debug:log, input: { message: '\${{ parameters.name }}' } }
    - id: model
      action: perennial:model:resolve
      input: { model: '\${{ parameters.model }}', database: postgres }
    - id: render
      action: perennial:service:render
      input:
        layers:
          - path: ./skeleton
          - { path: ../parts/k8s, when: '\${{ parameters.kubernetes }}', overrides: [a.txt] }
        model: '\${{ steps.model.output.model }}'
        database: postgres
        trimBlocks: true
        values:
          name: \${{ parameters.name }}
          title: \${{ parameters.name | replace("-", " ") | capitalize }}
          system: \${{ parameters.system }}
          count: \${{ parameters.count }}
          text: '\${{ parameters.count }} of \${{ steps.model.output.entities.length }}'
          first: \${{ steps.model.output.entities[0] }}
          auth: \${{ 'jwt' if steps.model.output.auth else parameters.auth }}
          host: \${{ (parameters.repoUrl | parseRepoUrl).host }}
          slug: \${{ parameters.repoUrl | projectSlug }}
          team: \${{ parameters.owner | parseEntityRef | pick('name') }}
          log: \${{ steps.log.output.nothing }}
`;

const MODEL = {
  entities: [{ name: 'Product', fields: [{ name: 'name', type: 'string' }] }],
};
const ANSWERS = { name: 'my-shop', owner: 'group:default/team-a' };

async function plan(
  options: Partial<Parameters<typeof planRender>[0]> = {},
  text = TEMPLATE,
  more: Tree = {},
) {
  const root = folder.write('templates', {
    'test/template.yaml': text,
    'test/skeleton/a.txt': '',
    'parts/k8s/a.txt': '',
    ...more,
  });
  const template = await readTemplate({ folder: `${root}/test` });
  return planRender({
    template,
    parameters: ANSWERS,
    model: MODEL,
    ...options,
  });
}

describe('planRender', () => {
  it('evaluates the render step as the scaffolder does', async () => {
    const { values, layers, ...rest } = await plan();
    expect(values).toEqual({
      name: 'my-shop',
      title: 'My shop',
      count: 3,
      text: '3 of 1',
      first: 'Product',
      auth: 'none',
      host: 'github.com',
      slug: 'team-a/my-shop',
      team: 'team-a',
    });
    expect(layers).toMatchObject([
      { name: './skeleton', when: true },
      { name: '../parts/k8s', when: true, overrides: ['a.txt'] },
    ]);
    expect(rest).toMatchObject({
      database: 'postgres',
      trimBlocks: true,
      lstripBlocks: false,
    });
    expect(rest.model).toMatchObject(MODEL);
  });

  it('hands on the model that the step before has resolved, if it is still that', async () => {
    const { model, resolved } = await plan();
    expect(resolved?.document).toEqual(model);
    expect(resolved?.model.entities).toMatchObject([{ pascal: 'Product' }]);
    const another = TEMPLATE.replace(
      '${{ steps.model.output.model }}',
      '{ "entities": [{ "name": "other" }] }',
    );
    expect((await plan({}, another)).resolved).toBeUndefined();
    const forMongo = TEMPLATE.replace(
      'database: postgres }',
      'database: mongo }',
    );
    expect((await plan({}, forMongo)).resolved).toBeUndefined();
  });

  it('takes answers, as texts too, and leaves out a layer whose condition fails', async () => {
    const { values, layers } = await plan({
      parameters: {
        ...ANSWERS,
        count: '7',
        kubernetes: 'false',
        repoUrl: 'localhost:3030?owner=acme&repo=x',
        system: 'core',
      },
    });
    expect(values).toMatchObject({
      count: 7,
      host: 'localhost:3030',
      slug: 'acme/x',
      system: 'core',
    });
    expect(layers[1].when).toBe(false);
  });

  it('takes the model as text, or from the answers', async () => {
    expect((await plan({ model: JSON.stringify(MODEL) })).model).toMatchObject(
      MODEL,
    );
    expect(
      (
        await plan({
          model: undefined,
          parameters: { ...ANSWERS, model: MODEL },
        })
      ).model,
    ).toMatchObject(MODEL);
  });

  it('needs tokens where an entity is owned', async () => {
    expect((await plan({ model: EVERYTHING as never })).values.auth).toBe(
      'jwt',
    );
  });

  it('takes a model that is too large for an expression', async () => {
    const model = largeModel(160, 80);
    const result = await plan({ model: model as never });
    expect(result.values).toMatchObject({ text: '3 of 160', auth: 'none' });
    expect(result.model).toMatchObject({ entities: { length: 160 } });
  });

  const REFUSED: [
    what: string,
    parameters: Record<string, unknown>,
    part: string,
  ][] = [
    ['a missing answer', { name: 'x' }, 'owner is missing'],
    [
      'a wrong answer',
      { ...ANSWERS, name: 'My Shop' },
      'name: Use lower-case letters.',
    ],
    [
      'a choice that there is not',
      { ...ANSWERS, auth: 'basic' },
      'auth: must be one of none, jwt',
    ],
    ['a number out of range', { ...ANSWERS, count: 10 }, 'count: must be <= 9'],
    [
      'a text for a truth value',
      { ...ANSWERS, kubernetes: 'maybe' },
      'kubernetes: must be boolean',
    ],
    [
      'an unknown answer',
      { ...ANSWERS, kubernets: true },
      "no parameter 'kubernets'",
    ],
    [
      'a repository without a name',
      { ...ANSWERS, repoUrl: 'github.com?owner=acme' },
      'is not the address of a repository',
    ],
    [
      'a repository that is no URL',
      { ...ANSWERS, repoUrl: '::' },
      'is not the address of a repository',
    ],
    [
      'an owner that is no reference',
      { ...ANSWERS, owner: 'a:b:c' },
      'is not an entity reference',
    ],
  ];

  it.each(REFUSED)('refuses %s', async (_, parameters, part) => {
    const planning = plan({ parameters: parameters as never });
    await expect(planning).rejects.toMatchObject({ name: 'InputError' });
    await expect(planning).rejects.toThrow(part);
  });

  const BROKEN: [what: string, from: string, to: string, part: string][] = [
    [
      'an expression',
      '${{ parameters.count }}\n',
      '${{ parameters.count | nonsense }}\n',
      "The step 'render'.input.values.count in template.yaml cannot be evaluated",
    ],
    [
      'an expression that is not closed',
      '${{ parameters.count }}\n',
      '${{ parameters.count\n',
      'cannot be evaluated',
    ],
    [
      'a database',
      'database: postgres }',
      'database: oracle }',
      '"oracle" is not known',
    ],
    [
      'no render step',
      'perennial:service:render',
      'fetch:template',
      'no step with the action perennial:service:render',
    ],
    [
      'a layer without a path',
      '- path: ./skeleton',
      '- folder: ./skeleton',
      'must be a list of layers',
    ],
    [
      'a render step that does not apply',
      'action: perennial:service:render',
      'if: ${{ parameters.count > 5 }}\n      action: perennial:service:render',
      'nothing to render',
    ],
  ];

  it.each(BROKEN)(
    'says what is wrong with a template: %s',
    async (_, from, to, part) => {
      await expect(plan({}, TEMPLATE.replace(from, to))).rejects.toThrow(part);
    },
  );
});

describe('the path of a layer', () => {
  const REFUSED: [path: string, part: string][] = [
    ['/etc', 'is not a relative path'],
    ['C:\\\\x', 'is not a relative path'],
    ['..\\\\x', 'is not a relative path'],
    [' ', 'is not a relative path'],
    ['..', 'leaves the folder that holds the templates'],
    ['../..', 'leaves the folder that holds the templates'],
    ['../../outside', 'leaves the folder that holds the templates'],
    [
      './skeleton/../../../outside',
      'leaves the folder that holds the templates',
    ],
    ['../test/../../outside', 'leaves the folder that holds the templates'],
    ['./missing', 'does not exist'],
    ['./template.yaml', 'not a folder'],
    ['${{ parameters.name }}/../../..', 'leaves the folder'],
  ];

  it.each(REFUSED)('%j is refused', async (path, part) => {
    const text = TEMPLATE.replace('- path: ./skeleton', `- path: "${path}"`);
    await expect(plan({}, text, {})).rejects.toThrow(part);
  });
});
