import { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { startChild } from '../../__testUtils__/childProcess';
import { readPublished, readRepository } from '../../__testUtils__/publishing';
import { FOREVER, PASSING_FAULTS } from '../../__testUtils__/faults';
import {
  CALL_NAMES,
  setUpFaultyGithub,
} from '../../__testUtils__/faultyGithub';
import { runPublish } from '../../__testUtils__/runPublish';

jest.setTimeout(120_000);

const CREATION = CALL_NAMES.indexOf('create');
const EFFECTS = ['create', 'push', 'access', 'topics', 'homepage'];
const HELD_UP = { kind: 'slow' as const, delayMs: 300 };

const cells = ['create', 'push'].flatMap(call =>
  PASSING_FAULTS.map(([fault]) => [fault, call]),
);

describe('perennial:repository:publish', () => {
  const setup = setUpFaultyGithub();
  const other = createMockDirectory();
  const children: ChildProcess[] = [];

  afterEach(() => {
    children.splice(0).forEach(child => child.kill('SIGKILL'));
  });

  describe('with two workers on one task', () => {
    it.each(['at once', 'in turn'])('%s', async how => {
      const hashes =
        how === 'at once'
          ? await Promise.all([runPublish(setup.job), runPublish(setup.job)])
          : [await runPublish(setup.job), await runPublish(setup.job)];
      expect(new Set(hashes).size).toBe(1);
      await setup.expectPublished(hashes[0]);
    });

    it.each(cells)('%s at the call "%s"', async (fault, call) => {
      setup.strike(call, fault);
      const hashes = await Promise.all([
        runPublish(setup.job),
        runPublish(setup.job),
        runPublish(setup.job),
      ]);
      expect(new Set(hashes).size).toBe(1);
      await setup.expectPublished(hashes[0]);
    });

    it.each(CALL_NAMES)('one held up at the call "%s"', async call => {
      setup.strike(call, { kind: 'slow', delayMs: 600 });
      const slow = runPublish(setup.job);
      await setup.reached(call);
      const quick = await runPublish(setup.job);
      expect(await slow).toBe(quick);
      await setup.expectPublished(quick);
    });

    it('lets one of two tasks with different content win', async () => {
      other.setContent({ 'README.md': '# Other\n' });
      const results = await Promise.allSettled([
        runPublish(setup.job),
        runPublish({
          ...setup.job,
          taskId: 'other',
          workspacePath: other.path,
        }),
      ]);
      const won = results.filter(it => it.status === 'fulfilled');
      const lost = results.filter(it => it.status === 'rejected');
      expect(won).toHaveLength(1);
      expect(lost[0].reason.name).toBe('InputError');
      expect(
        (await readPublished(setup.github, setup.repository))?.commits,
      ).toEqual([won[0].value]);
    });
  });

  describe('when it is cancelled', () => {
    /** Runs and cancels while GitHub holds the call up. */
    async function runAndCancel(call: string): Promise<string> {
      setup.strike(call, HELD_UP);
      const controller = new AbortController();
      const [result] = await Promise.allSettled([
        runPublish(setup.job, controller.signal),
        setup.reached(call).then(() => controller.abort()),
      ]);
      if (result.status === 'rejected') {
        throw result.reason;
      }
      return result.value;
    }

    it.each(CALL_NAMES.slice(0, CREATION))(
      'leaves nothing behind at the call "%s"',
      async call => {
        await expect(runAndCancel(call)).rejects.toMatchObject({
          name: 'CancelledError',
        });
        expect(
          await readRepository(setup.github, setup.repository),
        ).toBeUndefined();
        await setup.expectToConverge();
      },
    );

    it.each(CALL_NAMES.slice(CREATION))(
      'leaves nothing half made at the call "%s"',
      async call => {
        const hash = await runAndCancel(call);
        expect(hash).toMatch(/^[0-9a-f]{40}$/);
        await setup.expectPublished(hash);
        await setup.expectToConverge(hash);
      },
    );

    it('does not wait for GitHub any longer', async () => {
      setup.strike('push', { kind: 'status', status: 503, times: FOREVER });
      const controller = new AbortController();
      const logger = { warn: () => controller.abort() };
      await expect(
        runPublish(
          {
            ...setup.job,
            retry: { baseDelayMs: 60_000, maximumDelayMs: 60_000 },
          },
          controller.signal,
          logger,
        ),
      ).rejects.toMatchObject({ name: 'CancelledError' });
      await setup.expectToConverge();
    });
  });

  describe('when its process is killed', () => {
    it.each([
      ...CALL_NAMES.map(call => ['before', call, { kind: 'hang' }] as const),
      // Sent, and only then killed: the effect comes while the next run is at work.
      ...EFFECTS.map(call => ['in the middle of', call, HELD_UP] as const),
    ])('%s the call "%s"', async (_, call, fault) => {
      setup.strike(call, fault);
      const child = startChild('publishInChild.ts', setup.job);
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
