import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { RunningSandbox, startSandbox } from 'github-sandbox';
import yaml from 'yaml';
import {
  hostOf,
  publishActionFor,
  readPublished,
  readRepository,
} from '../../__testUtils__/publishing';
import { examples } from './repositoryPublish.examples';

jest.setTimeout(60_000);

describe('perennial:repository:publish examples', () => {
  const data = createMockDirectory();
  const workspace = createMockDirectory();
  let github: RunningSandbox;

  beforeEach(async () => {
    data.clear();
    workspace.setContent({
      'README.md': '# Orders\n',
      'service/index.js': '// Orders\n',
    });
    github = await startSandbox({
      port: 0,
      host: '127.0.0.1',
      dataDir: data.path,
      teams: ['Payments', 'Support'],
      users: ['mona'],
    });
  });

  afterEach(async () => {
    await github.stop();
  });

  async function run(index: number) {
    const { input } = yaml.parse(examples[index].example).steps[0];
    const logger = mockServices.logger.mock();
    const context = {
      ...createMockActionContext({
        workspacePath: workspace.path,
        input: {
          ...input,
          repoUrl: input.repoUrl.replace('github.com', hostOf(github)),
          // The runner has put the secret in before an action sees it.
          ...(input.token && { token: github.token }),
        },
      }),
      logger,
    };
    await publishActionFor(github).handler(context as never);
    expect(logger.warn).not.toHaveBeenCalled();
    return Object.fromEntries(jest.mocked(context.output).mock.calls);
  }

  it(`${examples[0].description}`, async () => {
    const { commitHash } = await run(0);
    expect(await readPublished(github, 'acme/orders')).toEqual({
      branches: ['main'],
      commits: [commitHash],
      files: ['100644 README.md', '100644 service/index.js'],
    });
  });

  it(`${examples[1].description}`, async () => {
    await run(1);
    expect(await readPublished(github, 'acme/orders')).toMatchObject({
      branches: ['trunk'],
      files: ['100644 index.js'],
    });
    expect(await readRepository(github, 'acme/orders')).toMatchObject({
      visibility: 'public',
      homepage: 'https://orders.acme.example',
      topics: ['orders', 'crud'],
    });
  });

  it(`${examples[2].description}`, async () => {
    await run(2);
    expect(
      github.requests.list({ method: 'PUT' }).map(({ path }) => path),
    ).toEqual([
      '/api/v3/orgs/acme/teams/payments/repos/acme/orders',
      '/api/v3/orgs/acme/teams/support/repos/acme/orders',
      '/api/v3/repos/acme/orders/collaborators/mona',
      '/api/v3/repos/acme/orders/branches/main/protection',
    ]);
  });
});
