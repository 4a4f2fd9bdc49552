import { createMockDirectory } from '@backstage/backend-test-utils';
import { RunningSandbox, startSandbox } from 'github-sandbox';
import { Call, faultControls } from './faults';
import { readPublished, readRepository } from './publishing';
import { PublishJob, runPublish } from './runPublish';

/** Every call of a publish with all inputs, in order; `R` stands for the repository. */
export const CALLS: Call[] = [
  ['look', 'GET', /^\/api\/v3\/repos\/acme\/R$/],
  ['owner', 'GET', /^\/api\/v3\/users\/acme$/],
  ['team', 'GET', /^\/api\/v3\/orgs\/acme\/teams\/platform$/],
  ['create', 'POST', /^\/api\/v3\/orgs\/acme\/repos$/],
  ['references', 'GET', /\/R\.git\/info\/refs\?service=git-receive-pack$/],
  ['push', 'POST', /\/R\.git\/git-receive-pack$/],
  ['access', 'PUT', /\/teams\/platform\/repos\/acme\/R$/],
  ['collaborator', 'PUT', /\/R\/collaborators\/octocat$/],
  ['topics', 'PUT', /\/R\/topics$/],
  ['protection', 'PUT', /\/R\/branches\/main\/protection$/],
  ['homepage', 'PATCH', /^\/api\/v3\/repos\/acme\/R$/],
];

/** Names of the calls, in order. */
export const CALL_NAMES = CALLS.map(([name]) => name);

/**
 * A GitHub that fails on command, and a repository of its own for each test.
 * Call it within `describe`.
 */
export function setUpFaultyGithub() {
  const data = createMockDirectory();
  const workspace = createMockDirectory();
  const temporary = createMockDirectory();
  let github: RunningSandbox;
  let count = 0;

  beforeAll(async () => {
    github = await startSandbox({
      port: 0,
      host: '127.0.0.1',
      dataDir: data.path,
    });
    workspace.setContent({ 'README.md': '# Orders\n', 'src/index.js': '//' });
  });

  beforeEach(() => {
    count += 1;
    github.requests.clear();
  });

  afterEach(() => {
    github.faults.clear();
  });

  afterAll(async () => {
    await github.stop();
  });

  const controls = faultControls({
    calls: CALLS,
    github: () => github,
    repository: () => `acme/orders-${count}`,
  });

  const setup = {
    ...controls,
    get github() {
      return github;
    },
    get repository() {
      return `acme/orders-${count}`;
    },
    get job(): PublishJob {
      return {
        github: { url: github.url, token: github.token },
        workspacePath: workspace.path,
        temporaryFolder: temporary.path,
        taskId: `task-${count}`,
        repository: setup.repository,
      };
    },

    /** The one outcome that counts as published. */
    async expectPublished(hash: string): Promise<void> {
      expect(await readPublished(github, setup.repository)).toEqual({
        branches: ['main'],
        commits: [hash],
        files: ['100644 README.md', '100644 src/index.js'],
      });
      expect(await readRepository(github, setup.repository)).toMatchObject({
        homepage: 'https://orders.acme.example',
        description: 'Takes orders',
        topics: ['orders'],
      });
    },

    /** Runs once more, as a retried task would, and expects the same repository and commit. */
    async expectToConverge(before?: string): Promise<void> {
      github.faults.clear();
      const hash = await runPublish(setup.job);
      if (before) {
        expect(hash).toBe(before);
      }
      await setup.expectPublished(hash);
    },
  };
  return setup;
}
