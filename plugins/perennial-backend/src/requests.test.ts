import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { SHIPPED, shippedModel, templateEntity } from './__testUtils__/shipped';
import {
  type RunningPreview,
  expectNoFolders,
  startPreview,
} from './__testUtils__/startPreview';

jest.setTimeout(60_000);

const MODEL = shippedModel('product');
const REQUEST = {
  templateRef: 'template:default/express-postgres',
  parameters: {},
  model: MODEL,
};

const BROKEN_TEMPLATE = `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: broken }
spec:
  type: service
  steps:
    - id: render
      action: perennial:service:render
      input:
        layers: [{ path: ./skeleton }]
        model: \${{ parameters.model }}
        database: postgres
        values: { name: x }
  parameters: { properties: { model: { type: object } } }
`;

describe('requests for a preview', () => {
  const directory = createMockDirectory({
    content: {
      work: {},
      'broken/template.yaml': BROKEN_TEMPLATE,
      'stolen/template.yaml': BROKEN_TEMPLATE.replace('broken', 'stolen'),
      'stolen/skeleton/secret.txt': 'a file of the backend',
    },
  });
  const logger = mockServices.logger.mock();
  const auditor = mockServices.auditor.mock();
  let backend: RunningPreview;

  beforeAll(async () => {
    const stolen = directory.resolve('stolen/template.yaml');
    const entity = templateEntity(
      stolen,
      'url:https://github.com/evil/evil/blob/main/template.yaml',
    );
    entity.metadata.annotations![
      'backstage.io/source-location'
    ] = `file:${stolen}`;
    backend = await startPreview({
      workingDirectory: directory.resolve('work'),
      entities: [
        ...SHIPPED,
        templateEntity(directory.resolve('broken/template.yaml')),
        entity,
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'shop', namespace: 'default' },
        },
      ],
      services: [logger.factory, auditor.factory],
    });
  });

  const success = jest.fn();
  const fail = jest.fn();

  beforeEach(() => {
    jest.clearAllMocks();
    auditor.createEvent.mockResolvedValue({ success, fail });
  });

  afterAll(async () => {
    await backend.stop();
    await expectNoFolders(directory.resolve('work'));
  });

  it('are audited', async () => {
    await backend.preview(REQUEST);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'preview-read',
        meta: { templateRef: REQUEST.templateRef },
      }),
    );
    expect(success).toHaveBeenCalledTimes(1);
    await backend.ask({ ...REQUEST, templateRef: 'template:default/none' });
    expect(fail).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['not in the catalog', 'template:default/none', 404, 'may not see it'],
    [
      'something else',
      'component:default/shop',
      400,
      'not a software template',
    ],
    ['no reference', ':', 400, 'not a reference'],
  ])(
    'for a template that is %s are refused',
    async (_, templateRef, status, message) => {
      const answer = await backend.ask({ ...REQUEST, templateRef });
      expect(answer.status).toBe(status);
      expect(answer.body.error?.message).toContain(message);
    },
  );

  it('with a wrong answer are told which', async () => {
    const { status, body } = await backend.ask({
      ...REQUEST,
      parameters: { name: 'Not A Name', ci: 'none', what: 1 },
    });
    expect(status).toBe(400);
    expect(body.error?.message).toContain("no parameter 'what'");
    const second = await backend.ask({
      ...REQUEST,
      parameters: { name: 'Not A Name', ci: 'none' },
    });
    expect(second.body.error?.message).toMatch(/name: Use lower-case letters/);
    expect(second.body.error?.message).toMatch(/ci: must be one of/);
  });

  it('with a model that does not hold are told all its problems', async () => {
    const { status, body } = await backend.ask({
      ...REQUEST,
      model: {
        entities: [
          { name: 'A', fields: [{ name: 'x', type: 'strin' }] },
          { name: 'a', fields: [{ name: 'y', type: 'string' }] },
        ],
      },
    });
    expect(status).toBe(400);
    expect(body.error?.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          path: 'entities[0].fields[0].type',
          pointer: ['entities', 0, 'fields', 0, 'type'],
          mend: expect.any(String),
        }),
      ]),
    );
  });

  it('with a model that only the database refuses are told so too', async () => {
    const { status, body } = await backend.ask({
      ...REQUEST,
      model: {
        entities: [
          {
            name: 'A',
            id: 'objectId',
            fields: [{ name: 'x', type: 'string' }],
          },
        ],
      },
    });
    expect(status).toBe(400);
    expect(body.error?.problems).toEqual([
      expect.objectContaining({ path: 'entities[0].id' }),
    ]);
  });

  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  it.each([
    ['no JSON', '{"templateRef":', 'not JSON'],
    ['a list', '[]', 'does not hold'],
    ['nothing', '', 'does not hold'],
    ['another member', JSON.stringify({ ...REQUEST, extra: 1 }), 'extra'],
    [
      'a model of another type',
      JSON.stringify({ ...REQUEST, model: 7 }),
      'model',
    ],
    [
      'a deep model',
      `{"templateRef":"express-postgres","parameters":{},"model":{"entities":${deep(
        200_000,
      )}}}`,
      'nested deeper',
    ],
    [
      'deep answers',
      `{"templateRef":"express-postgres","parameters":{"name":${deep(
        200_000,
      )}},"model":{}}`,
      'nested more than',
    ],
    [
      'a prototype in the model',
      '{"templateRef":"express-postgres","parameters":{},"model":{"entities":[{"name":"A","__proto__":{"x":1}}]}}',
      '__proto__',
    ],
    [
      'a prototype in the answers',
      '{"templateRef":"express-postgres","parameters":{"name":{"constructor":1}},"model":{}}',
      'constructor',
    ],
    [
      'an expression',
      JSON.stringify({
        ...REQUEST,
        parameters: { description: '${{ parameters.name }}' },
      }),
      'holds',
    ],
    [
      'too many paths',
      JSON.stringify({ ...REQUEST, paths: Array(101).fill('a') }),
      'paths',
    ],
  ])('of %s are refused', async (_, text, message) => {
    const { status, body } = await backend.ask(text);
    expect(body.error?.message).toContain(message);
    expect(status).toBe(400);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('that are too large are not read', async () => {
    const { status, body } = await backend.ask(
      JSON.stringify({ ...REQUEST, model: 'x'.repeat(3 * 1024 * 1024) }),
    );
    expect(status).toBe(413);
    expect(body.error?.name).toBe('PayloadTooLargeError');
  });

  it('are not answered with anything of the backend itself', async () => {
    const { status, text } = await backend.ask({
      ...REQUEST,
      templateRef: 'broken',
    });
    expect(status).toBe(400);
    expect(text).toContain("The layer './skeleton' does not exist");
    expect(text).not.toContain(directory.path);
    expect(text).not.toContain('node_modules');
    expect(text).not.toContain('stack');
  });

  it('do not reach a file that only the template itself says it comes from', async () => {
    const { status, text } = await backend.ask({
      ...REQUEST,
      templateRef: 'stolen',
    });
    expect(status).toBe(400);
    expect(text).toContain('does not say where it is stored');
    expect(text).not.toContain('a file of the backend');
  });

  it('for paths get those texts and the rest without', async () => {
    const paths = ['package.json', '../../etc/passwd', '__proto__', ''];
    const refused = await backend.ask({ ...REQUEST, paths });
    expect(refused.status).toBe(400);
    const { files } = await backend.preview({
      ...REQUEST,
      paths: paths.slice(0, 3),
    });
    const withText = files.filter(file => file.text !== undefined);
    expect(withText.map(file => file.path)).toEqual(['package.json']);
    expect(files.filter(file => file.omitted)).toEqual([]);
    const whole = await backend.preview(REQUEST);
    expect(files.map(({ text: _, ...file }) => file)).toEqual(
      whole.files.map(({ text: _, ...file }) => file),
    );
  });
});

describe('somebody without the permission', () => {
  const directory = createMockDirectory({ content: { work: {} } });

  it('gets nothing, and nothing is done', async () => {
    const permissions = mockServices.permissions.mock({
      authorize: async () => [{ result: AuthorizeResult.DENY }],
    });
    const backend = await startPreview({
      workingDirectory: directory.resolve('work'),
      entities: SHIPPED,
      services: [permissions.factory],
    });
    try {
      const answer = await backend.ask(REQUEST);
      expect(answer.status).toBe(403);
      expect(answer.body.error?.message).toContain('perennial.preview.read');
      // Not even told that a body is too large.
      const large = await backend.ask(' '.repeat(3 * 1024 * 1024));
      expect(large.status).toBe(403);
      expect(permissions.authorize).toHaveBeenCalledWith(
        [
          {
            permission: expect.objectContaining({
              name: 'perennial.preview.read',
            }),
          },
        ],
        expect.anything(),
      );
    } finally {
      await backend.stop();
    }
  });
});
