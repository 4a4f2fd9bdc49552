import { readRepository } from '../../__testUtils__/publishing';
import {
  FOREVER,
  PASSING_FAULTS,
  SECONDARY_LIMIT,
} from '../../__testUtils__/faults';
import {
  CALLS,
  CALL_NAMES,
  setUpFaultyGithub,
} from '../../__testUtils__/faultyGithub';
import { runPublish } from '../../__testUtils__/runPublish';

jest.setTimeout(120_000);

const cells = CALL_NAMES.flatMap(call =>
  PASSING_FAULTS.map(([fault]) => [fault, call]),
);

describe('perennial:repository:publish with a failing GitHub', () => {
  const setup = setUpFaultyGithub();

  it('uses exactly the calls of this table', async () => {
    await setup.expectPublished(await runPublish(setup.job));
    const made = setup.github.requests.list().slice(0, CALLS.length);
    expect(made).toHaveLength(CALLS.length);
    for (const [index, name] of CALL_NAMES.entries()) {
      const { method, url } = setup.urlOf(name);
      const { path, query } = made[index];
      expect(made[index].method).toBe(method);
      expect(query ? `${path}?${query}` : path).toMatch(url);
    }
  });

  describe('that recovers', () => {
    it.each(cells)('%s at the call "%s"', async (fault, call) => {
      setup.strike(call, fault);
      const hash = await runPublish(setup.job);
      expect(setup.github.faults.pending()).toEqual([]);
      await setup.expectPublished(hash);
      await setup.expectToConverge(hash);
    });

    it.each(CALL_NAMES)('no answer at all to the call "%s"', async call => {
      setup.strike(call, { kind: 'hang' });
      const hash = await runPublish({
        ...setup.job,
        retry: { requestTimeoutMs: 500, pushTimeoutMs: 2_000 },
      });
      expect(hash).toMatch(/^[0-9a-f]{40}$/);
      await setup.expectPublished(hash);
    });

    it('waits as long as a rate limit asks', async () => {
      setup.strike('create', {
        kind: 'status',
        status: 403,
        headers: { 'retry-after': '1' },
        body: SECONDARY_LIMIT,
      });
      const started = Date.now();
      await setup.expectPublished(await runPublish(setup.job));
      expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
    });

    it('takes a primary rate limit for one, too', async () => {
      setup.strike('look', {
        kind: 'status',
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' },
        body: { message: 'API rate limit exceeded' },
      });
      const hash = await runPublish(setup.job);
      expect(setup.github.faults.pending()).toEqual([]);
      await setup.expectPublished(hash);
    });
  });

  describe('that stays down', () => {
    it.each(CALL_NAMES)(
      'from the call "%s" on, until the retry',
      async call => {
        setup.strike(call, { kind: 'status', status: 503, times: FOREVER });
        await expect(
          runPublish({ ...setup.job, retry: { attempts: 3 } }),
        ).rejects.toMatchObject({
          name: 'ServiceUnavailableError',
          message: expect.stringMatching(/failed 3 times.*503.*Retry the task/),
        });
        await setup.expectToConverge();
      },
    );

    it('fails at once where a rate limit asks to wait for too long', async () => {
      setup.strike('create', {
        kind: 'status',
        status: 429,
        headers: { 'retry-after': '3600' },
        times: FOREVER,
      });
      await expect(runPublish(setup.job)).rejects.toThrow(
        'GitHub asks to wait 3600 s, longer than the 1.5 s that a task waits',
      );
      expect(
        await readRepository(setup.github, setup.repository),
      ).toBeUndefined();
    });
  });
});
