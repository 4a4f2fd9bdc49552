import fs from 'node:fs/promises';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';
import { RunningSandbox, startSandbox } from 'github-sandbox';
import {
  PORTAL_URL,
  hostOf,
  publishActionFor,
  readPublished,
  readRepository,
} from '../../__testUtils__/publishing';
import { PublishInput } from '../../lib/publish/inputProperties';

jest.setTimeout(60_000);

describe('perennial:repository:publish', () => {
  const data = createMockDirectory();
  const workspace = createMockDirectory();
  let github: RunningSandbox;
  let count = 0;

  beforeAll(async () => {
    github = await startSandbox({
      port: 0,
      host: '127.0.0.1',
      dataDir: data.path,
    });
  });

  afterAll(async () => {
    await github.stop();
  });

  beforeEach(async () => {
    count += 1;
    workspace.setContent({
      'README.md': '# Orders\n',
      'bin/run.sh': '#!/bin/sh\n',
      'service/index.js': '// The service\n',
    });
    await fs.chmod(workspace.resolve('bin/run.sh'), 0o755);
    github.requests.clear();
  });

  interface RunOptions {
    input?: Partial<PublishInput> & { token?: string };
    task?: string;
    config?: object;
    dryRun?: boolean;
    signal?: AbortSignal;
    owner?: string;
  }

  const repository = () => `orders-${count}`;

  async function run(options: RunOptions = {}) {
    const { task = `task-${count}`, owner = 'acme' } = options;
    const outputs: JsonObject = {};
    const checkpoints: Record<string, unknown> = {};
    const logger = mockServices.logger.mock();
    const context = {
      ...createMockActionContext({
        workspacePath: workspace.path,
        task: { id: task },
        input: {
          repoUrl: `${hostOf(github)}?owner=${owner}&repo=${repository()}`,
          ...options.input,
        },
      }),
      logger,
      isDryRun: options.dryRun,
      signal: options.signal,
      output: (name: string, value: unknown) =>
        Object.assign(outputs, { [name]: value }),
      async checkpoint(opts: { key: string; fn: () => Promise<unknown> }) {
        const value = await opts.fn();
        checkpoints[opts.key] = value;
        return value;
      },
    };
    const action = publishActionFor(github, { config: options.config });
    await action.handler(context as never);
    return { outputs, checkpoints, logger };
  }

  it('publishes the workspace as one commit and tells where it is', async () => {
    const { outputs } = await run({ input: { description: 'Takes orders' } });
    const published = await readPublished(github, `acme/${repository()}`);
    expect(published).toEqual({
      branches: ['main'],
      commits: [outputs.commitHash],
      files: [
        '100644 README.md',
        '100755 bin/run.sh',
        '100644 service/index.js',
      ],
    });
    expect(outputs).toEqual({
      remoteUrl: `${github.url}/acme/${repository()}.git`,
      repoContentsUrl: `${github.url}/acme/${repository()}/blob/main`,
      commitHash: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(await readRepository(github, `acme/${repository()}`)).toMatchObject({
      description: 'Takes orders',
      homepage: '',
      visibility: 'private',
      default_branch: 'main',
    });
  });

  it('makes four calls and one push, whatever the number of files', async () => {
    for (let index = 0; index < 200; index += 1) {
      await fs.writeFile(workspace.resolve(`file-${index}.txt`), `${index}`);
    }
    await run();
    const made = github.requests
      .list()
      .map(({ method, path }) => `${method} ${path}`);
    const name = repository();
    expect(made).toEqual([
      `GET /api/v3/repos/acme/${name}`,
      'GET /api/v3/users/acme',
      'POST /api/v3/orgs/acme/repos',
      `GET /acme/${name}.git/info/refs`,
      `POST /acme/${name}.git/git-receive-pack`,
      `PATCH /api/v3/repos/acme/${name}`,
    ]);
  });

  it('gives the repository its settings, people, topics and protection', async () => {
    await run({
      input: {
        homepage: 'https://orders.acme.example',
        repoVisibility: 'public',
        defaultBranch: 'trunk',
        sourcePath: 'service',
        topics: ['Orders', 'crud'],
        access: 'acme/platform',
        collaborators: [{ user: 'octocat', access: 'push' }],
        protectDefaultBranch: true,
        requiredApprovingReviewCount: 2,
        deleteBranchOnMerge: true,
        allowMergeCommit: false,
        hasWiki: false,
      },
    });
    expect(await readRepository(github, `acme/${repository()}`)).toMatchObject({
      homepage: 'https://orders.acme.example',
      visibility: 'public',
      default_branch: 'trunk',
      topics: ['orders', 'crud'],
      delete_branch_on_merge: true,
      allow_merge_commit: false,
      has_wiki: false,
    });
    expect(await readPublished(github, `acme/${repository()}`)).toMatchObject({
      branches: ['trunk'],
      files: ['100644 index.js'],
    });
    expect(
      github.requests
        .list({ method: 'PUT' })
        .map(({ path, status }) => `${path.replace('/api/v3', '')} ${status}`),
    ).toEqual([
      `/orgs/acme/teams/platform/repos/acme/${repository()} 204`,
      expect.stringMatching(
        `/repos/acme/${repository()}/collaborators/octocat 20[14]`,
      ),
      `/repos/acme/${repository()}/topics 200`,
      `/repos/acme/${repository()}/branches/trunk/protection 200`,
    ]);
  });

  it('publishes to the account of the token', async () => {
    const { outputs } = await run({ owner: 'sandbox' });
    expect(outputs.remoteUrl).toBe(`${github.url}/sandbox/${repository()}.git`);
  });

  it.each<[string, RunOptions, RegExp]>([
    ['an unknown owner', { owner: 'nobody' }, /The owner "nobody" in repoUrl/],
    [
      'the account of somebody else',
      { owner: 'octocat' },
      /The token belongs to "sandbox"/,
    ],
    [
      'internal visibility for a user',
      { owner: 'sandbox', input: { repoVisibility: 'internal' } },
      /is for organizations/,
    ],
    [
      'an unknown team',
      { input: { access: 'acme/ghosts' } },
      /The team "ghosts" in access is not known/,
    ],
    [
      'an unknown user',
      { input: { access: 'ghost' } },
      /The user "ghost" in access is not known/,
    ],
    ['a wrong token', { input: { token: 'wrong' } }, /401 Bad credentials/],
    [
      'an empty folder',
      { input: { sourcePath: 'nowhere' } },
      /There is nothing to publish/,
    ],
    [
      'an expression that was not evaluated',
      { input: { description: '${{ parameters.descripton }}' } },
      /The input "description" still holds template syntax/,
    ],
    [
      'no token where users must bring one',
      { config: { scaffolder: { requireScmUserCredentials: true } } },
      /the step has no `token`/,
    ],
  ])('refuses %s before anything is created', async (_, options, message) => {
    await expect(run(options)).rejects.toThrow(message);
    expect(
      github.requests.list().filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
  });

  it('leaves the repository of somebody else untouched', async () => {
    await run({ task: 'of-somebody-else' });
    const before = await readPublished(github, `acme/${repository()}`);
    await fs.writeFile(workspace.resolve('README.md'), '# Mine\n');
    github.requests.clear();
    await expect(run()).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /exists already on .*, and this task did not make it: it holds other commits and was left untouched. Choose another name, or delete or rename/,
      ),
    });
    expect(await readPublished(github, `acme/${repository()}`)).toEqual(before);
    expect(github.requests.list({ method: 'PATCH' })).toEqual([]);
    expect(github.requests.list({ method: 'PUT' })).toEqual([]);
  });

  it('leaves an empty repository that a person made untouched', async () => {
    await create({ name: repository(), homepage: 'https://acme.example' });
    await expect(run()).rejects.toThrow('it is empty and was left untouched');
  });

  it('carries on with what a dead task of this portal left empty', async () => {
    await create({
      name: repository(),
      private: true,
      homepage: `${PORTAL_URL}/create/tasks/dead`,
    });
    const { outputs } = await run();
    expect(await readPublished(github, `acme/${repository()}`)).toMatchObject({
      commits: [outputs.commitHash],
    });
    expect(await readRepository(github, `acme/${repository()}`)).toMatchObject({
      homepage: '',
    });
  });

  it('does not put private content into what a dead task made public', async () => {
    await create({
      name: repository(),
      private: false,
      homepage: `${PORTAL_URL}/create/tasks/dead`,
    });
    await expect(run()).rejects.toThrow(
      `(${PORTAL_URL}/create/tasks/dead did): it is empty`,
    );
  });

  it('knows its content below what people have added since', async () => {
    const first = await run();
    await addFile(repository(), 'people.txt');
    const second = await run();
    expect(second.outputs).toEqual(first.outputs);
    expect(
      (await readPublished(github, `acme/${repository()}`))?.commits,
    ).toHaveLength(2);
  });

  it('knows its content under another commit message', async () => {
    const first = await run();
    const second = await run({ input: { gitCommitMessage: 'Another' } });
    expect(second.outputs).toEqual(first.outputs);
  });

  it('warns about settings that GitHub refuses, and publishes', async () => {
    const { logger } = await run({
      input: {
        topics: ['not a topic!'],
        collaborators: [{ user: 'ghost', access: 'push' }],
      },
    });
    const warnings = jest.mocked(logger.warn).mock.calls.map(([text]) => text);
    expect(warnings).toEqual([
      expect.stringContaining('Access of the user ghost was skipped'),
      expect.stringContaining('Setting the topics was skipped'),
    ]);
  });

  it('keeps the token out of logs, outputs and checkpoints', async () => {
    const token = github.token;
    github.faults.add({ path: /receive-pack/, kind: 'status', status: 503 });
    const { outputs, checkpoints, logger } = await run({ input: { token } });
    const seen = JSON.stringify([
      outputs,
      checkpoints,
      [logger.info, logger.warn, logger.error].map(
        level => jest.mocked(level).mock.calls,
      ),
    ]);
    expect(seen).toContain('503');
    expect(seen).not.toContain(token);
    expect(seen).not.toContain(
      Buffer.from(`x-access-token:${token}`).toString('base64'),
    );
    const key = `publish.${hostOf(github)}.acme.${repository()}`;
    expect(Object.keys(checkpoints)).toEqual([
      `${key}.claim`,
      `${key}.push`,
      `${key}.settle`,
    ]);
  });

  it('says what it would do in a dry run, and does nothing', async () => {
    const { outputs, logger } = await run({ dryRun: true });
    const url = `https://${hostOf(github)}/acme/${repository()}`;
    expect(outputs).toEqual({
      remoteUrl: `${url}.git`,
      repoContentsUrl: `${url}/blob/main`,
      commitHash: '0'.repeat(40),
    });
    expect(github.requests.count()).toBe(0);
    expect(jest.mocked(logger.info).mock.calls[0][0]).toContain(
      `Dry run: would publish ${
        workspace.path
      } to the private repository acme/${repository()}`,
    );
  });

  it('does nothing for a task that is cancelled already', async () => {
    await expect(run({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'CancelledError',
    });
    expect(github.requests.count()).toBe(0);
  });

  async function create(body: object) {
    const response = await fetch(`${github.url}/api/v3/orgs/acme/repos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${github.token}` },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(201);
  }

  async function addFile(name: string, file: string) {
    const response = await fetch(
      `${github.url}/api/v3/repos/acme/${name}/contents/${file}`,
      {
        method: 'PUT',
        headers: { authorization: `Bearer ${github.token}` },
        body: JSON.stringify({
          message: 'Add a file',
          content: Buffer.from('people').toString('base64'),
        }),
      },
    );
    expect(response.status).toBe(201);
  }
});
