import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { RunningSandbox, startSandbox } from 'github-sandbox';
import { PortalClient, until } from './__testUtils__/PortalClient';
import {
  NOTES_FILES,
  notesTemplate,
  notesValues,
} from './__testUtils__/notesTemplate';
import { portalConfig } from './__testUtils__/portalConfig';
import {
  hostOf,
  readPublished,
  readRepository,
} from './__testUtils__/publishing';

jest.setTimeout(300_000);

const DATABASE = 'POSTGRES_18';
const databases = TestDatabases.create({ ids: [DATABASE] });
const describeOnDatabase = databases.supports(DATABASE)
  ? describe
  : describe.skip;
const CHILD_SCRIPT = path.resolve(__dirname, '__testUtils__/backendInChild.ts');

/** More requests than any test makes. */
const FOREVER = 10_000;

/** Where the backend dies: while this request is being held up. */
const MOMENTS: [moment: string, method: string, url: RegExp][] = [
  ['before it creates the repository', 'POST', /\/orgs\/acme\/repos$/],
  ['between creating and pushing', 'GET', /info\/refs\?service=git-receive/],
  ['between pushing and settling', 'PATCH', /\/repos\/acme\//],
  ['while it registers', 'GET', /\/NAME\/contents\/catalog-info\.yaml/],
];

describeOnDatabase('a task whose backend is killed', () => {
  const directory = createMockDirectory();
  let github: RunningSandbox;
  let port: number;
  let backend: ChildProcess;
  let portal: PortalClient;

  beforeAll(async () => {
    directory.setContent({ 'templates/notes': notesTemplate, work: {} });
    github = await startSandbox({
      port: 0,
      host: '127.0.0.1',
      dataDir: directory.resolve('github'),
    });
    const knex = await databases.init(DATABASE);
    port = await freePort();
    const config = portalConfig({
      github,
      connection: knex.client.config.connection,
      workingDirectory: directory.resolve('work'),
      template: directory.resolve('templates/notes/template.yaml'),
      port,
      catalog: { defaultLocationConflictStrategy: 'refresh' },
      scaffolder: {
        taskRecovery: {
          enabled: true,
          staleTimeout: { seconds: 3 },
          workspaceProvider: 'database',
        },
      },
    });
    // JSON is YAML.
    directory.addContent({ 'app-config.yaml': JSON.stringify(config) });
    await startBackend();
  });

  afterAll(async () => {
    await killBackend();
    await github.stop();
  });

  async function startBackend(): Promise<void> {
    backend = spawn(
      process.execPath,
      [
        ...['--import', '@backstage/cli/config/nodeTransform.cjs'],
        ...[CHILD_SCRIPT, '--config', directory.resolve('app-config.yaml')],
      ],
      {
        cwd: path.resolve(__dirname, '..'),
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          NODE_ENV: 'development',
          NODE_OPTIONS: '--no-node-snapshot',
        },
      },
    );
    portal = new PortalClient(port);
    await portal.untilReady();
  }

  async function killBackend(): Promise<void> {
    if (backend.exitCode === null && backend.signalCode === null) {
      const ended = once(backend, 'exit');
      backend.kill('SIGKILL');
      await ended;
    }
  }

  it.each(MOMENTS)(
    '%s ends as if nothing had happened',
    async (moment, method, url) => {
      const name = moment.replaceAll(' ', '-');
      github.faults.add({
        method,
        path: new RegExp(url.source.replace('NAME', name)),
        kind: 'hang',
        times: FOREVER,
      });
      const id = await portal.create(
        notesValues({ name, host: hostOf(github) }),
      );
      await until('the request is held up', async () =>
        github.faults.pending()[0].remaining < FOREVER ? true : undefined,
      );
      await killBackend();
      github.faults.clear();
      await startBackend();

      const task = await portal.ended(id);
      expect(task.log).toContain('Task recovered');
      expect(task).toMatchObject({
        status: 'completed',
        output: { entityRef: `component:default/${name}` },
      });
      expect(await readPublished(github, `acme/${name}`)).toEqual({
        branches: ['main'],
        commits: [task.output?.commit],
        files: NOTES_FILES,
      });
      expect(await readRepository(github, `acme/${name}`)).toMatchObject({
        homepage: '',
      });
      expect(
        (await portal.locations()).filter(target => target.includes(name)),
      ).toHaveLength(1);
    },
  );
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) {
    throw new Error('The server has no port');
  }
  return address.port;
}
