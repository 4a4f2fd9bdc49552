import { setTimeout as delay } from 'node:timers/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { Fault, RunningSandbox, startSandbox } from 'github-sandbox';
import { readPublished, readRepository } from './publishing';
import { PublishJob, runPublish } from './runPublish';

const WAIT_MS = 30_000;

/** More often than any test calls. */
export const FOREVER = 10_000;

/** Every call of a publish with all inputs, in order; `R` stands for the repository. */
export const CALLS: [name: string, method: string, url: RegExp][] = [
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

export const SECONDARY_LIMIT = {
  message: 'You have exceeded a secondary rate limit. Please wait a while.',
};

/** What goes wrong once, and is over at the next attempt. */
export const PASSING_FAULTS: [name: string, fault: Fault][] = [
  ['an error of the server', { kind: 'status', status: 500 }],
  ['an error of a proxy', { kind: 'status', status: 502, body: '<html>' }],
  ['done, then an error of a proxy', { kind: 'status-after', status: 504 }],
  [
    'too many requests',
    { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
  ],
  [
    'a secondary rate limit',
    {
      kind: 'status',
      status: 403,
      headers: { 'retry-after': '0' },
      body: SECONDARY_LIMIT,
    },
  ],
  ['a dropped connection', { kind: 'drop-before' }],
  ['done, then a dropped connection', { kind: 'drop-after' }],
  ['three errors in a row', { kind: 'status', status: 503, times: 3 }],
  ['a slow answer', { kind: 'slow', delayMs: 200 }],
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

  const setup = {
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

    /** The address of a call, for the repository of this test. */
    urlOf(call: string): { method: string; url: RegExp } {
      const found = CALLS.find(([name]) => name === call);
      if (!found) {
        throw new Error(`There is no call "${call}"`);
      }
      const name = setup.repository.split('/')[1];
      return {
        method: found[1],
        url: new RegExp(found[2].source.replaceAll('R', name)),
      };
    },

    /** Arms a fault, or one of those with a name, for a call. */
    strike(call: string, fault: Fault | string): void {
      const { method, url } = setup.urlOf(call);
      const known = PASSING_FAULTS.find(([name]) => name === fault);
      const armed = typeof fault === 'string' ? known?.[1] : fault;
      if (!armed) {
        throw new Error(`There is no fault "${fault}"`);
      }
      github.faults.add({ ...armed, method, path: url });
    },

    /** Resolves once the call has reached GitHub and is being held up there. */
    async reached(call: string): Promise<void> {
      const end = Date.now() + WAIT_MS;
      while (github.faults.pending().length > 0) {
        if (Date.now() > end) {
          throw new Error(`The call "${call}" was not made`);
        }
        await delay(5);
      }
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
