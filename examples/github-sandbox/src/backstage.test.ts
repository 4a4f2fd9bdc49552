import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import {
  createPublishGithubAction,
  createPublishGithubPullRequestAction,
} from '@backstage/plugin-scaffolder-backend-module-github';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import { rm } from 'node:fs/promises';
import { Octokit } from 'octokit';
import { newFolder, writeFiles } from './__testUtils__/git';
import {
  startTestSandbox,
  type TestSandbox,
} from './__testUtils__/startTestSandbox';

jest.setTimeout(120_000);

/** A context whose outputs are seen: the mock's own option for it is ignored. */
function withOutput<T extends JsonObject>(
  output: jest.Mock,
  options: { workspacePath: string; input: T },
) {
  return { ...createMockActionContext(options), output };
}

describe('stock clients', () => {
  let sandbox: TestSandbox;
  let host: string;
  let config: ConfigReader;
  let workspacePath: string;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    host = new URL(sandbox.url).host;
    config = new ConfigReader({
      integrations: {
        github: [
          {
            host,
            apiBaseUrl: `${sandbox.url}/api/v3`,
            rawBaseUrl: `${sandbox.url}/raw`,
            token: sandbox.token,
          },
        ],
      },
    });
    workspacePath = await newFolder();
    await writeFiles(workspacePath, {
      'catalog-info.yaml': 'kind: Component\n',
      'docs/index.md': '# Docs\n',
      'docs/deep/a b.md': 'deep\n',
    });
  });
  afterEach(async () => {
    await sandbox.remove();
    await rm(workspacePath, { recursive: true, force: true });
  });

  function actionOptions() {
    const integrations = ScmIntegrations.fromConfig(config);
    return {
      integrations,
      config,
      githubCredentialsProvider:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    };
  }

  async function publish(input = {}) {
    const output = jest.fn();
    await createPublishGithubAction(actionOptions()).handler(
      withOutput(output, {
        workspacePath,
        input: {
          repoUrl: `${host}?owner=acme&repo=shop`,
          description: 'A shop',
          defaultBranch: 'main',
          topics: ['CRUD'],
          gitAuthorName: 'Ada',
          gitAuthorEmail: 'ada@example.com',
          ...input,
        },
      }),
    );
    return Object.fromEntries(output.mock.calls);
  }

  it('publish:github creates, pushes and protects, with few calls', async () => {
    const output = await publish({ access: 'acme/platform' });
    expect(output).toMatchObject({
      remoteUrl: `${sandbox.url}/acme/shop.git`,
      repoContentsUrl: `${sandbox.url}/acme/shop/blob/main`,
    });
    const { body } = await sandbox.call('GET', '/repos/acme/shop/commits');
    expect(body[0].sha).toBe(output.commitHash);
    const protection = await sandbox.call(
      'GET',
      '/repos/acme/shop/branches/main/protection',
    );
    expect(protection.status).toBe(200);
    const calls = sandbox.requests
      .list()
      .map(each => `${each.method} ${each.path}`);
    expect(calls.slice(0, 5)).toEqual([
      'GET /api/v3/users/acme',
      'GET /api/v3/orgs/acme/teams/platform',
      'POST /api/v3/orgs/acme/repos',
      'PUT /api/v3/orgs/acme/teams/platform/repos/acme/shop',
      'PUT /api/v3/repos/acme/shop/topics',
    ]);
    await expect(publish()).rejects.toThrow(
      /name already exists on this account/,
    );
  });

  it('publish:github:pull-request opens and updates a pull request', async () => {
    await publish({ protectDefaultBranch: false });
    await writeFiles(workspacePath, { 'docs/new.md': 'new\n' });
    const open = async (more: object) => {
      const output = jest.fn();
      await createPublishGithubPullRequestAction(actionOptions()).handler(
        withOutput(output, {
          workspacePath,
          input: {
            repoUrl: `${host}?owner=acme&repo=shop`,
            branchName: 'template/update',
            title: 'Update',
            description: 'From the template',
            filesToDelete: ['docs/deep/a b.md'],
            reviewers: ['octocat'],
            ...more,
          },
        }),
      );
      return Object.fromEntries(output.mock.calls);
    };
    expect(await open({})).toEqual({
      targetBranchName: 'main',
      remoteUrl: `${sandbox.url}/acme/shop/pull/1`,
      pullRequestNumber: 1,
    });
    const files = await sandbox.call('GET', '/repos/acme/shop/pulls/1/files');
    expect(
      files.body.map((each: Record<string, string>) => [
        each.filename,
        each.status,
      ]),
    ).toEqual([
      ['docs/deep/a b.md', 'removed'],
      ['docs/new.md', 'added'],
    ]);
    await expect(open({})).rejects.toThrow(/Pull request creation failed/);
    expect((await open({ update: true })).pullRequestNumber).toBe(1);
  });

  it('the URL reader reads trees and files, searches, and knows what has not changed', async () => {
    await publish({ protectDefaultBranch: false });
    const reader = UrlReaders.default({
      config,
      logger: mockServices.logger.mock(),
    });
    const url = `${sandbox.url}/acme/shop`;
    const tree = await reader.readTree(`${url}/tree/main/docs`);
    const files = await tree.files();
    expect(files.map(({ path }) => path).sort()).toEqual([
      'deep/a b.md',
      'index.md',
    ]);
    const whole = await (await reader.readTree(url)).files();
    expect(whole).toHaveLength(3);
    await expect(reader.readTree(url, { etag: tree.etag })).rejects.toThrow(
      expect.objectContaining({ name: 'NotModifiedError' }),
    );
    const file = await reader.readUrl(`${url}/blob/main/catalog-info.yaml`);
    expect((await file.buffer()).toString()).toBe('kind: Component\n');
    await expect(
      reader.readUrl(`${url}/blob/main/catalog-info.yaml`, { etag: file.etag }),
    ).rejects.toThrow(expect.objectContaining({ name: 'NotModifiedError' }));
    await expect(reader.readUrl(`${url}/blob/main/none.yaml`)).rejects.toThrow(
      expect.objectContaining({ name: 'NotFoundError' }),
    );
    const found = await reader.search(`${url}/blob/main/**/*.md`);
    expect(found.files).toHaveLength(2);
    expect((await found.files[0].content()).toString()).toMatch(/deep|Docs/);
  });

  it('Octokit pages through lists, uses GraphQL, and commits over it', async () => {
    const octokit = new Octokit({
      auth: sandbox.token,
      baseUrl: `${sandbox.url}/api/v3`,
      throttle: { enabled: false },
    });
    for (const name of ['a', 'b', 'c']) {
      await octokit.rest.repos.createInOrg({
        org: 'acme',
        name,
        auto_init: true,
      });
    }
    const repositories = await octokit.paginate(octokit.rest.repos.listForOrg, {
      org: 'acme',
      per_page: 1,
    });
    expect(repositories.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    const { data: ref } = await octokit.rest.git.getRef({
      owner: 'acme',
      repo: 'a',
      ref: 'heads/main',
    });
    const commit = (expectedHeadOid: string) =>
      octokit.graphql(
        `mutation ($input: CreateCommitOnBranchInput!) {
          createCommitOnBranch(input: $input) { commit { oid } }
        }`,
        {
          input: {
            branch: { repositoryNameWithOwner: 'acme/a', branchName: 'main' },
            message: { headline: 'By GraphQL' },
            fileChanges: { additions: [{ path: 'x.txt', contents: 'eA==' }] },
            expectedHeadOid,
          },
        },
      );
    await commit(ref.object.sha);
    await expect(commit(ref.object.sha)).rejects.toThrow(/expectedHeadOid/);
    await expect(
      octokit.graphql('{ repository(owner: "acme", name: "none") { id } }'),
    ).rejects.toThrow(/Could not resolve to a Repository/);
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>(
      '{ viewer { login } }',
    );
    expect(viewer.login).toBe('sandbox');
  });
});
