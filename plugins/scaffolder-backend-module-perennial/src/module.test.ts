import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';
import scaffolderModulePerennial from './index';

interface SchemaNode {
  description?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
}

/** Paths of all properties without a description, at any depth. */
function undescribed(schema: SchemaNode, path: string): string[] {
  const below = Object.entries(schema.properties ?? {}).flatMap(
    ([name, property]) => [
      ...(property.description ? [] : [`${path}.${name}`]),
      ...undescribed(property, `${path}.${name}`),
    ],
  );
  return [
    ...below,
    ...(schema.items ? undescribed(schema.items, `${path}[]`) : []),
    ...(schema.anyOf ?? []).flatMap(option => undescribed(option, path)),
  ];
}

const ACTIONS = [
  'perennial:blueprint:register',
  'perennial:model:resolve',
  'perennial:pull-request:publish',
  'perennial:repository:fetch',
  'perennial:repository:publish',
  'perennial:service:render',
];

describe('scaffolderModulePerennial', () => {
  const actions = new Map<string, TemplateAction>();

  beforeAll(async () => {
    const backend = await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          {
            addActions: (...added: TemplateAction[]) =>
              added.forEach(action => actions.set(action.id, action)),
          },
        ],
      ],
      features: [
        scaffolderModulePerennial,
        mockServices.rootConfig.factory({
          data: { app: { baseUrl: 'https://portal.example' } },
        }),
      ],
    });
    await backend.stop();
  });

  it('adds the actions', () => {
    expect([...actions.keys()].sort()).toEqual(ACTIONS);
  });

  it.each(ACTIONS)('%s keeps the contract of an action', id => {
    const action = actions.get(id);
    expect(action?.supportsDryRun).toBe(true);
    // What an action changes is the first thing to know about it.
    expect(action?.description).toMatch(/effect|workspace|repository/);
    expect(undescribed(action?.schema?.input as SchemaNode, 'input')).toEqual(
      [],
    );
    expect(undescribed(action?.schema?.output as SchemaNode, 'output')).toEqual(
      [],
    );
    expect(action?.schema?.input).toMatchObject({
      additionalProperties: false,
    });
    expect(action?.examples?.length).toBeGreaterThan(0);
    for (const { example } of action?.examples ?? []) {
      expect(yaml.parse(example).steps[0].action).toBe(id);
    }
  });
});
