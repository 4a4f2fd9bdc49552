import { setTimeout as delay } from 'node:timers/promises';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
  TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import templateEntityModule from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { RunningSandbox, startSandbox } from 'github-sandbox';
import yaml from 'yaml';
import { configFor, readPublished } from './__testUtils__/publishing';
import scaffolderModulePerennial from './index';

jest.setTimeout(120_000);

const DATABASE = 'POSTGRES_18';
const WAIT_MS = 60_000;
const databases = TestDatabases.create({ ids: [DATABASE] });
// The scaffolder and the catalog keep everything in a database of their own.
const describeOnDatabase = databases.supports(DATABASE)
  ? describe
  : describe.skip;

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'notes' },
  spec: {
    owner: 'guests',
    type: 'service',
    parameters: [{ properties: { name: { type: 'string' } } }],
    steps: [
      {
        id: 'model',
        action: 'perennial:model:resolve',
        input: { model: '${{ parameters.model }}', database: 'postgres' },
      },
      {
        id: 'render',
        action: 'perennial:service:render',
        input: {
          layers: [{ path: './skeleton' }],
          model: '${{ steps.model.output.model }}',
          database: 'postgres',
          values: { name: '${{ parameters.name }}' },
        },
      },
      {
        id: 'publish',
        action: 'perennial:repository:publish',
        input: { repoUrl: '${{ parameters.repoUrl }}' },
      },
      {
        id: 'register',
        action: 'catalog:register',
        input: {
          repoContentsUrl: '${{ steps.publish.output.repoContentsUrl }}',
          catalogInfoPath: '/catalog-info.yaml',
        },
      },
    ],
    output: {
      commit: '${{ steps.publish.output.commitHash }}',
      entityRef: '${{ steps.register.output.entityRef }}',
    },
  },
};

interface Task {
  status: string;
  output?: { commit: string; entityRef: string };
  log: string;
}

describeOnDatabase('a task with all actions and catalog:register', () => {
  const directory = createMockDirectory();
  let github: RunningSandbox;
  let backend: TestBackend | undefined;
  let url: string;

  beforeEach(async () => {
    directory.setContent({
      'templates/notes/template.yaml': yaml.stringify(template),
      'templates/notes/skeleton': {
        'README.md': '# ${{ values.name }}\n',
        'src/${{ entity.kebab }}.js': '// ${{ entity.title }}\n',
        'catalog-info.yaml': yaml.stringify({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: '${{ values.name }}' },
          spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
        }),
      },
      work: {},
    });
    github = await startSandbox({
      port: 0,
      host: '127.0.0.1',
      dataDir: directory.resolve('github'),
    });
  });

  afterEach(async () => {
    await backend?.stop();
    backend = undefined;
    await github.stop();
  });

  async function start(strategy: 'refresh' | 'reject'): Promise<void> {
    const knex = await databases.init(DATABASE);
    // Knex hides the password from whoever spreads or prints its settings.
    const { host, port, user, password, database } =
      knex.client.config.connection;
    const connection = { host, port, user, password, database };
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        catalogPlugin,
        templateEntityModule,
        scaffolderModulePerennial,
        mockServices.rootConfig.factory({
          data: configFor(github, {
            backend: {
              baseUrl: 'http://localhost:7007',
              workingDirectory: directory.resolve('work'),
              database: {
                client: 'pg',
                connection,
                pluginDivisionMode: 'schema',
              },
            },
            catalog: {
              defaultLocationConflictStrategy: strategy,
              rules: [{ allow: ['Component', 'Location', 'Template'] }],
              locations: [
                {
                  type: 'file',
                  target: directory.resolve('templates/notes/template.yaml'),
                },
              ],
            },
          }).get(),
        }),
      ],
    });
    url = `http://localhost:${backend.server.port()}/api`;
    await until('the template is in the catalog', async () => {
      const found = await request(
        'GET',
        '/catalog/entities/by-name/template/default/notes',
      );
      return found.status === 200 ? true : undefined;
    });
  }

  async function request(method: string, path: string, body?: object) {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : {} };
  }

  async function until<T>(
    what: string,
    check: () => Promise<T | undefined>,
  ): Promise<T> {
    const end = Date.now() + WAIT_MS;
    for (;;) {
      const result = await check();
      if (result !== undefined) {
        return result;
      }
      if (Date.now() > end) {
        throw new Error(`Not within ${WAIT_MS} ms: ${what}`);
      }
      await delay(50);
    }
  }

  async function ended(id: string): Promise<Task> {
    return await until('the task ended', async () => {
      const { body } = await request('GET', `/scaffolder/v2/tasks/${id}`);
      if (['open', 'processing'].includes(body.status)) {
        return undefined;
      }
      const events = await request('GET', `/scaffolder/v2/tasks/${id}/events`);
      const bodies = events.body.map(
        (event: { body: { message: string } }) => event.body,
      );
      const last = bodies.find(
        (event: { output?: object }) => event.output !== undefined,
      );
      return {
        status: body.status,
        output: last?.output,
        log: bodies
          .map((event: { message: string }) => event.message)
          .join('\n'),
      };
    });
  }

  async function create(): Promise<string> {
    const { status, body } = await request('POST', '/scaffolder/v2/tasks', {
      templateRef: 'template:default/notes',
      values: {
        name: 'notes',
        model: {
          entities: [
            { name: 'Note', fields: [{ name: 'title', type: 'string' }] },
          ],
        },
        repoUrl: `${new URL(github.url).host}?owner=acme&repo=notes`,
      },
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body.id;
  }

  async function retry(id: string): Promise<Task> {
    const { status } = await request(
      'POST',
      `/scaffolder/v2/tasks/${id}/retry`,
      { secrets: {} },
    );
    expect(status).toBe(201);
    return await ended(id);
  }

  /** Locations that tasks have registered. */
  async function locations(): Promise<string[]> {
    const { body } = await request('GET', '/catalog/locations');
    return body
      .map((entry: { data: { target: string } }) => entry.data.target)
      .filter((target: string) => target.startsWith('http'));
  }

  async function expectOneOfEach(task: Task): Promise<void> {
    expect(task).toMatchObject({
      status: 'completed',
      output: { entityRef: 'component:default/notes' },
    });
    expect(await readPublished(github, 'acme/notes')).toEqual({
      branches: ['main'],
      commits: [task.output?.commit],
      files: [
        '100644 .perennial/lineage.yaml',
        '100644 README.md',
        '100644 catalog-info.yaml',
        '100644 model.yaml',
        '100644 src/note.js',
      ],
    });
    expect(await locations()).toEqual([
      `${github.url}/acme/notes/tree/main/catalog-info.yaml`,
    ]);
  }

  it('ends with one repository, one commit and one location, however often it is retried', async () => {
    await start('refresh');
    const id = await create();
    const first = await ended(id);
    await expectOneOfEach(first);
    const second = await retry(id);
    await expectOneOfEach(second);
    expect(second.output).toEqual(first.output);
    // "Start over" of the same form is a task of its own.
    await expectOneOfEach(await ended(await create()));
    await until('the component is in the catalog', async () => {
      const { status } = await request(
        'GET',
        '/catalog/entities/by-name/component/default/notes',
      );
      return status === 200 ? true : undefined;
    });
  });

  it('registers once where the catalog could not read at first', async () => {
    await start('refresh');
    github.faults.add({
      path: /contents\/catalog-info\.yaml/,
      kind: 'status',
      status: 500,
      times: 1000,
    });
    const id = await create();
    expect(await ended(id)).toMatchObject({ status: 'failed' });
    expect(await locations()).toHaveLength(1);
    github.faults.clear();
    await expectOneOfEach(await retry(id));
  });

  it('cannot be retried with the default conflict strategy of the catalog', async () => {
    await start('reject');
    const id = await create();
    await expectOneOfEach(await ended(id));
    const second = await retry(id);
    expect(second.status).toBe('failed');
    expect(second.log).toContain('409 Conflict');
  });
});
