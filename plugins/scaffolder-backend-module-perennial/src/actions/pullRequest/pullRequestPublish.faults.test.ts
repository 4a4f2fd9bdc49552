import { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { startChild } from '../../__testUtils__/childProcess';
import { FOREVER, PASSING_FAULTS } from '../../__testUtils__/faults';
import {
  PULL_REQUEST_CALL_NAMES as CALL_NAMES,
  PULL_REQUEST_CALLS as CALLS,
  setUpFaultyPullRequests,
} from '../../__testUtils__/faultyPullRequests';
import { runPullRequest } from '../../__testUtils__/runPullRequest';

jest.setTimeout(300_000);

/** Calls that change something. */
const EFFECTS = ['push', 'open', 'reviewers', 'labels'];
const HELD_UP = { kind: 'slow' as const, delayMs: 300 };

const everyFault = EFFECTS.flatMap(call =>
  PASSING_FAULTS.map(([fault]) => [fault, call]),
);
const reads = CALL_NAMES.filter(name => !EFFECTS.includes(name)).flatMap(
  call => [
    ['an error of the server', call],
    ['done, then a dropped connection', call],
  ],
);

describe('perennial:pull-request:publish', () => {
  const setup = setUpFaultyPullRequests();
  const children: ChildProcess[] = [];

  afterEach(() => {
    children.splice(0).forEach(child => child.kill('SIGKILL'));
  });

  it('uses exactly the calls of this table', async () => {
    await setup.expectProposed(await runPullRequest(setup.job));
    const made = setup.github.requests.list().slice(0, CALLS.length);
    for (const [index, name] of CALL_NAMES.entries()) {
      const { method, url } = setup.urlOf(name);
      const { path, query } = made[index];
      expect(made[index].method).toBe(method);
      expect(query ? `${path}?${query}` : path).toMatch(url);
    }
  });

  describe('with a GitHub that recovers', () => {
    it.each([...everyFault, ...reads])(
      '%s at the call "%s"',
      async (fault, call) => {
        setup.strike(call, fault);
        const outputs = await runPullRequest(setup.job);
        expect(setup.github.faults.pending()).toEqual([]);
        await setup.expectProposed(outputs);
        await setup.expectToConverge(outputs);
      },
    );

    it.each(EFFECTS)('no answer at all to the call "%s"', async call => {
      setup.strike(call, { kind: 'hang' });
      const outputs = await runPullRequest({
        ...setup.job,
        retry: { requestTimeoutMs: 500, pushTimeoutMs: 2_000 },
      });
      await setup.expectProposed(outputs);
    });
  });

  describe('with a GitHub that stays down', () => {
    it.each(CALL_NAMES)(
      'from the call "%s" on, until the retry',
      async call => {
        setup.strike(call, { kind: 'status', status: 503, times: FOREVER });
        await expect(
          runPullRequest({ ...setup.job, retry: { attempts: 3 } }),
        ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
        await setup.expectToConverge();
      },
    );
  });

  describe('with two workers on one task', () => {
    it.each(['at once', 'in turn'])('%s', async how => {
      const [one, two] =
        how === 'at once'
          ? await Promise.all([
              runPullRequest(setup.job),
              runPullRequest(setup.job),
            ])
          : [await runPullRequest(setup.job), await runPullRequest(setup.job)];
      expect(two).toEqual(one);
      await setup.expectProposed(one);
    });

    it.each(EFFECTS)('one held up at the call "%s"', async call => {
      setup.strike(call, { kind: 'slow', delayMs: 600 });
      const slow = runPullRequest(setup.job);
      await setup.reached(call);
      const quick = await runPullRequest(setup.job);
      expect(await slow).toEqual(quick);
      await setup.expectProposed(quick);
    });

    it('that see the target at different commits', async () => {
      setup.strike('references to push', { kind: 'slow', delayMs: 2_000 });
      const slow = runPullRequest(setup.job);
      await setup.reached('references to push');
      await setup.repository.commit('main', { 'docs/new.md': '# New\n' });
      const quick = await runPullRequest(setup.job);
      expect(await slow).toEqual(quick);
      await setup.expectProposed(quick);
    });
  });

  it.each(CALL_NAMES.slice(0, CALL_NAMES.indexOf('push') - 1))(
    'leaves nothing behind when it is cancelled at the call "%s"',
    async call => {
      const before = await setup.repository.state();
      setup.github.requests.clear();
      setup.strike(call, HELD_UP);
      const controller = new AbortController();
      const [result] = await Promise.allSettled([
        runPullRequest(setup.job, controller.signal),
        setup.reached(call).then(() => controller.abort()),
      ]);
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { name: 'CancelledError' },
      });
      expect(await setup.repository.state()).toEqual(before);
    },
  );

  describe('when its process is killed', () => {
    it.each([
      ...CALL_NAMES.map(call => ['before', call, { kind: 'hang' }] as const),
      // Sent, and only then killed: the effect comes while the next run is at work.
      ...EFFECTS.map(call => ['in the middle of', call, HELD_UP] as const),
    ])('%s the call "%s"', async (_, call, fault) => {
      setup.strike(call, fault);
      const child = startChild('pullRequestInChild.ts', setup.job);
      children.push(child);
      await setup.reached(call);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
      await setup.expectToConverge();
      if (fault === HELD_UP) {
        await delay(HELD_UP.delayMs);
        await setup.expectToConverge();
      }
    });
  });
});
