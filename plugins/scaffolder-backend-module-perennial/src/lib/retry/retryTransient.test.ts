import { mockServices } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { TransientError } from './errors';
import { DEFAULT_RETRY_POLICY, retryTransient } from './retryTransient';

const policy = {
  ...DEFAULT_RETRY_POLICY,
  attempts: 3,
  baseDelayMs: 1,
  maximumDelayMs: 2,
  maximumRetryAfterMs: 50,
};

function run(attempt: () => Promise<string>, signal?: AbortSignal) {
  const logger = mockServices.logger.mock();
  return retryTransient({ policy, logger, signal, subject: 'It', attempt });
}

describe('retryTransient', () => {
  it('tries again until it succeeds', async () => {
    const attempt = jest
      .fn()
      .mockRejectedValueOnce(new TransientError('reset'))
      .mockResolvedValueOnce('done');
    await expect(run(attempt)).resolves.toBe('done');
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it('gives up with the number of attempts, the last reason and the mend', async () => {
    const attempt = jest.fn().mockRejectedValue(new TransientError('reset'));
    await expect(run(attempt)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(
        /^It failed 3 times, the last time with: reset\. Retry the task/,
      ),
    });
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  it('does not repeat what will not change', async () => {
    const attempt = jest.fn().mockRejectedValue(new InputError('no'));
    await expect(run(attempt)).rejects.toThrow(InputError);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('waits as long as it is asked to', async () => {
    const started = Date.now();
    const attempt = jest
      .fn()
      .mockRejectedValueOnce(new TransientError('slow', { retryAfterMs: 40 }))
      .mockResolvedValueOnce('done');
    await run(attempt);
    expect(Date.now() - started).toBeGreaterThanOrEqual(38);
  });

  it('does not wait longer than a task may', async () => {
    const attempt = jest
      .fn()
      .mockRejectedValue(new TransientError('slow', { retryAfterMs: 3_000 }));
    await expect(run(attempt)).rejects.toThrow('GitHub asks to wait 3 s');
  });

  it('ends a wait when the task is cancelled', async () => {
    const controller = new AbortController();
    const attempt = jest.fn().mockImplementation(async () => {
      setImmediate(() => controller.abort());
      throw new TransientError('slow', { retryAfterMs: 50 });
    });
    await expect(run(attempt, controller.signal)).rejects.toMatchObject({
      name: 'CancelledError',
    });
    expect(attempt).toHaveBeenCalledTimes(1);
  });
});
