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
import { EndedTask, PortalClient } from './__testUtils__/PortalClient';
import {
  NOTES_FILES,
  notesTemplate,
  notesValues,
} from './__testUtils__/notesTemplate';
import { portalConfig } from './__testUtils__/portalConfig';
import { hostOf, readPublished } from './__testUtils__/publishing';
import scaffolderModulePerennial from './index';

jest.setTimeout(180_000);

const DATABASE = 'POSTGRES_18';
const databases = TestDatabases.create({ ids: [DATABASE] });
// The scaffolder and the catalog keep everything in a database of their own.
const describeOnDatabase = databases.supports(DATABASE)
  ? describe
  : describe.skip;

describeOnDatabase('a task with all actions and catalog:register', () => {
  const directory = createMockDirectory();
  let github: RunningSandbox;
  let backend: TestBackend | undefined;
  let portal: PortalClient;

  beforeEach(async () => {
    directory.setContent({ 'templates/notes': notesTemplate, work: {} });
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
    const data = portalConfig({
      github,
      connection: knex.client.config.connection,
      workingDirectory: directory.resolve('work'),
      template: directory.resolve('templates/notes/template.yaml'),
      catalog: { defaultLocationConflictStrategy: strategy },
    });
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        catalogPlugin,
        templateEntityModule,
        scaffolderModulePerennial,
        mockServices.rootConfig.factory({ data }),
      ],
    });
    portal = new PortalClient(backend.server.port());
    await portal.untilReady();
  }

  async function create(): Promise<string> {
    return await portal.create(
      notesValues({ name: 'notes', host: hostOf(github) }),
    );
  }

  async function expectOneOfEach(task: EndedTask): Promise<void> {
    expect(task).toMatchObject({
      status: 'completed',
      output: { entityRef: 'component:default/notes' },
    });
    expect(await readPublished(github, 'acme/notes')).toEqual({
      branches: ['main'],
      commits: [task.output?.commit],
      files: NOTES_FILES,
    });
    expect(await portal.locations()).toEqual([
      `${github.url}/acme/notes/tree/main/catalog-info.yaml`,
    ]);
  }

  it('ends with one repository, one commit and one location, however often it is retried', async () => {
    await start('refresh');
    const id = await create();
    const first = await portal.ended(id);
    await expectOneOfEach(first);
    const second = await portal.retry(id);
    await expectOneOfEach(second);
    expect(second.output).toEqual(first.output);
    // "Start over" of the same form is a task of its own.
    await expectOneOfEach(await portal.ended(await create()));
    await portal.untilEntity('component', 'notes');
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
    expect(await portal.ended(id)).toMatchObject({ status: 'failed' });
    expect(await portal.locations()).toHaveLength(1);
    github.faults.clear();
    await expectOneOfEach(await portal.retry(id));
  });

  it('cannot be retried with the default conflict strategy of the catalog', async () => {
    await start('reject');
    const id = await create();
    await expectOneOfEach(await portal.ended(id));
    const second = await portal.retry(id);
    expect(second.status).toBe('failed');
    expect(second.log).toContain('409 Conflict');
  });
});
