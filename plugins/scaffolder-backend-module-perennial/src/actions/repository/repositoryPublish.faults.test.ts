import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { Fault, RunningSandbox, startSandbox } from 'github-sandbox';
import { readPublished, readRepository } from '../../__testUtils__/publishing';
import { PublishJob, runPublish } from '../../__testUtils__/runPublish';

jest.setTimeout(120_000);

const CHILD_SCRIPT = path.resolve(
  __dirname,
  '../../__testUtils__/publishInChild.ts',
);
const PACKAGE_FOLDER = path.resolve(__dirname, '../../..');
const WAIT_MS = 30_000;
const FOREVER = 10_000;

/** Every call of a publish with all inputs, in order; `R` stands for the repository. */
const CALLS: [name: string, method: string, url: RegExp][] = [
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

const SECONDARY_LIMIT = {
  message: 'You have exceeded a secondary rate limit. Please wait a while.',
};

/** What goes wrong once, and is over at the next attempt. */
const PASSING_FAULTS: [name: string, fault: Fault][] = [
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

const cells = CALLS.flatMap(([call]) =>
  PASSING_FAULTS.map(([fault]) => [fault, call] as const),
);
const calls = CALLS.map(([call]) => call);

describe('perennial:repository:publish with a failing GitHub', () => {
  const data = createMockDirectory();
  const workspace = createMockDirectory();
  const other = createMockDirectory();
  const children: ChildProcess[] = [];
  let github: RunningSandbox;
  let count = 0;

  beforeAll(async () => {
    github = await startSandbox({
      port: 0,
      host: '127.0.0.1',
      dataDir: data.path,
    });
    workspace.setContent({ 'README.md': '# Orders\n', 'src/index.js': '//' });
    other.setContent({ 'README.md': '# Other\n' });
  });

  beforeEach(() => {
    count += 1;
    github.requests.clear();
  });

  afterEach(() => {
    github.faults.clear();
    children.splice(0).forEach(child => child.kill('SIGKILL'));
  });

  afterAll(async () => {
    await github.stop();
  });

  const repository = () => `acme/orders-${count}`;

  function job(): PublishJob {
    return {
      github: { url: github.url, token: github.token },
      workspacePath: workspace.path,
      taskId: `task-${count}`,
      repository: repository(),
    };
  }

  function strike(call: string, fault: Fault): void {
    const found = CALLS.find(([name]) => name === call);
    if (!found) {
      throw new Error(`There is no call "${call}"`);
    }
    const [, method, url] = found;
    const name = repository().split('/')[1];
    github.faults.add({
      ...fault,
      method,
      path: new RegExp(url.source.replaceAll('R', name)),
    });
  }

  /** The one outcome that counts as published. */
  async function expectPublished(hash: string): Promise<void> {
    expect(await readPublished(github, repository())).toEqual({
      branches: ['main'],
      commits: [hash],
      files: ['100644 README.md', '100644 src/index.js'],
    });
    expect(await readRepository(github, repository())).toMatchObject({
      homepage: 'https://orders.acme.example',
      description: 'Takes orders',
      topics: ['orders'],
    });
  }

  /** Runs once more, as a retried task would, and expects the same repository and commit. */
  async function expectToConverge(before?: string): Promise<void> {
    github.faults.clear();
    const hash = await runPublish(job());
    if (before) {
      expect(hash).toBe(before);
    }
    await expectPublished(hash);
  }

  /** Resolves once the call has reached GitHub and is being held up there. */
  async function reached(call: string): Promise<void> {
    const end = Date.now() + WAIT_MS;
    while (github.faults.pending().length > 0) {
      if (Date.now() > end) {
        throw new Error(`The call "${call}" was not made`);
      }
      await delay(5);
    }
  }

  it('uses exactly the calls of this table', async () => {
    await expectPublished(await runPublish(job()));
    const name = repository().split('/')[1];
    const made = github.requests
      .list()
      .map(({ method, path: url, query }) => ({
        method,
        url: query ? `${url}?${query}` : url,
      }))
      .slice(0, CALLS.length);
    expect(made).toHaveLength(CALLS.length);
    for (const [index, [, method, url]] of CALLS.entries()) {
      expect(made[index].method).toBe(method);
      expect(made[index].url).toMatch(
        new RegExp(url.source.replaceAll('R', name)),
      );
    }
  });

  describe('that recovers', () => {
    it.each(cells)('%s at the call "%s"', async (fault, call) => {
      const found = PASSING_FAULTS.find(([name]) => name === fault);
      strike(call, found?.[1] ?? { kind: 'hang' });
      const hash = await runPublish(job());
      expect(github.faults.pending()).toEqual([]);
      await expectPublished(hash);
      await expectToConverge(hash);
    });

    it.each(calls)('no answer at all to the call "%s"', async call => {
      strike(call, { kind: 'hang' });
      const hash = await runPublish({
        ...job(),
        retry: { requestTimeoutMs: 500, pushTimeoutMs: 2_000 },
      });
      await expectPublished(hash);
    });

    it('waits as long as a rate limit asks', async () => {
      strike('create', {
        kind: 'status',
        status: 403,
        headers: { 'retry-after': '1' },
        body: SECONDARY_LIMIT,
      });
      const started = Date.now();
      await expectPublished(await runPublish(job()));
      expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
    });

    it('takes a primary rate limit for one, too', async () => {
      strike('look', {
        kind: 'status',
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' },
        body: { message: 'API rate limit exceeded' },
      });
      await expectPublished(await runPublish(job()));
    });
  });

  describe('that stays down', () => {
    it.each(calls)('from the call "%s" on, until the retry', async call => {
      strike(call, { kind: 'status', status: 503, times: FOREVER });
      await expect(
        runPublish({ ...job(), retry: { attempts: 3 } }),
      ).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(/failed 3 times.*503.*Retry the task/),
      });
      await expectToConverge();
    });

    it('fails at once where a rate limit asks to wait for too long', async () => {
      strike('create', {
        kind: 'status',
        status: 429,
        headers: { 'retry-after': '3600' },
        times: FOREVER,
      });
      await expect(runPublish(job())).rejects.toThrow(
        'GitHub asks to wait 3600 s, longer than the 1.5 s that a task waits',
      );
      expect(await readRepository(github, repository())).toBeUndefined();
    });
  });

  describe('and two workers on one task', () => {
    it.each(['at once', 'in turn'])('%s', async how => {
      const hashes =
        how === 'at once'
          ? await Promise.all([runPublish(job()), runPublish(job())])
          : [await runPublish(job()), await runPublish(job())];
      expect(new Set(hashes).size).toBe(1);
      await expectPublished(hashes[0]);
    });

    it.each(cells.filter(([, call]) => ['create', 'push'].includes(call)))(
      '%s at the call "%s"',
      async (fault, call) => {
        strike(call, PASSING_FAULTS.find(([name]) => name === fault)![1]);
        const hashes = await Promise.all([
          runPublish(job()),
          runPublish(job()),
          runPublish(job()),
        ]);
        expect(new Set(hashes).size).toBe(1);
        await expectPublished(hashes[0]);
      },
    );

    it.each(calls)('one held up at the call "%s"', async call => {
      strike(call, { kind: 'slow', delayMs: 600 });
      const slow = runPublish(job());
      await reached(call);
      const quick = await runPublish(job());
      expect(await slow).toBe(quick);
      await expectPublished(quick);
    });

    it('lets one of two tasks with different content win', async () => {
      const results = await Promise.allSettled([
        runPublish(job()),
        runPublish({ ...job(), taskId: 'other', workspacePath: other.path }),
      ]);
      const won = results.filter(it => it.status === 'fulfilled');
      const lost = results.filter(it => it.status === 'rejected');
      expect(won).toHaveLength(1);
      expect(lost[0].reason.name).toBe('InputError');
      expect((await readPublished(github, repository()))?.commits).toEqual([
        won[0].value,
      ]);
    });
  });

  describe('and a cancelled task', () => {
    it.each(calls)('at the call "%s"', async call => {
      strike(call, { kind: 'slow', delayMs: 300 });
      const controller = new AbortController();
      const running = runPublish(job(), controller.signal).then(
        hash => ({ hash, error: undefined }),
        error => ({ hash: undefined, error }),
      );
      await reached(call);
      controller.abort();
      const { hash, error } = await running;
      if (hash) {
        await expectPublished(hash);
      } else {
        expect(error.name).toBe('CancelledError');
        expect(await readRepository(github, repository())).toBeUndefined();
      }
      // Only what comes before the creation can be left without a trace.
      expect(hash === undefined).toBe(
        calls.indexOf(call) < calls.indexOf('create'),
      );
      await expectToConverge(hash);
    });

    it('while it waits for GitHub', async () => {
      strike('push', { kind: 'status', status: 503, times: FOREVER });
      const controller = new AbortController();
      const running = runPublish(
        { ...job(), retry: { baseDelayMs: 60_000, maximumDelayMs: 60_000 } },
        controller.signal,
      );
      const outcome = expect(running).rejects.toMatchObject({
        name: 'CancelledError',
      });
      while (github.requests.count({ path: /git-receive-pack/ }) === 0) {
        await delay(5);
      }
      await delay(50);
      controller.abort();
      await outcome;
      await expectToConverge();
    });
  });

  describe('and a process that is killed', () => {
    /** Nothing sent any more, or sent and only then killed. */
    it.each(
      calls.flatMap(
        call =>
          [
            ['before', call, { kind: 'hang' as const }],
            ['in the middle of', call, { kind: 'slow' as const, delayMs: 300 }],
          ] as const,
      ),
    )('%s the call "%s"', async (_, call, fault) => {
      strike(call, fault);
      const child = spawn(
        process.execPath,
        [
          ...['--import', '@backstage/cli/config/nodeTransform.cjs'],
          ...[CHILD_SCRIPT, JSON.stringify(job())],
        ],
        {
          cwd: PACKAGE_FOLDER,
          stdio: ['ignore', 'ignore', 'inherit'],
          env: { ...process.env, NODE_OPTIONS: '' },
        },
      );
      children.push(child);
      await reached(call);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
      await expectToConverge();
      // What the dead process had sent may only be done now.
      await delay('delayMs' in fault ? fault.delayMs : 0);
      await expectToConverge();
    });
  });
});
