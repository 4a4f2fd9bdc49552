import { setTimeout as delay } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { CancelledError, isTransientError } from './errors';
import { RetryPolicy } from './types';

/** About half a minute of waiting for one call, and as long as GitHub asks within reason. */
export const DEFAULT_RETRY_POLICY: RetryPolicy = {
  attempts: 6,
  baseDelayMs: 500,
  maximumDelayMs: 8_000,
  maximumRetryAfterMs: 120_000,
  requestTimeoutMs: 30_000,
  pushTimeoutMs: 300_000,
};

const MENDED_BY_A_RETRY =
  'Retry the task once GitHub answers again: publishing looks at what is there and carries on from it.';

/**
 * Calls `attempt` until it succeeds, fails for good, or the policy is used up.
 *
 * A cancelled task is not waited for: the failure at hand ends it.
 */
export async function retryTransient<T>(options: {
  policy: RetryPolicy;
  logger: LoggerService;
  signal?: AbortSignal;
  /** What is being tried, for messages: `POST /orgs/acme/repos`. */
  subject: string;
  attempt: () => Promise<T>;
}): Promise<T> {
  const { policy, logger, signal, subject } = options;
  for (let tried = 1; ; tried += 1) {
    try {
      return await options.attempt();
    } catch (error) {
      if (!isTransientError(error)) {
        throw error;
      }
      if (signal?.aborted) {
        throw new CancelledError(
          `The task was cancelled while ${subject} failed: ${error.message}`,
          error,
        );
      }
      if (tried >= policy.attempts) {
        throw new ServiceUnavailableError(
          `${subject} failed ${tried} times, the last time with: ${error.message}. ${MENDED_BY_A_RETRY}`,
          error,
        );
      }
      const { retryAfterMs } = error;
      if (retryAfterMs && retryAfterMs > policy.maximumRetryAfterMs) {
        throw new ServiceUnavailableError(
          `${subject}: GitHub asks to wait ${inSeconds(
            retryAfterMs,
          )}, longer than ` +
            `the ${inSeconds(policy.maximumRetryAfterMs)} that a task waits (${
              error.message
            }). ${MENDED_BY_A_RETRY}`,
          error,
        );
      }
      const waitMs = retryAfterMs ?? backoffMs(policy, tried);
      logger.warn(
        `${subject}: ${error.message}. Trying again in ${inSeconds(
          waitMs,
        )} (${tried} of ${policy.attempts} attempts used)`,
      );
      await waitFor(waitMs, signal);
    }
  }
}

async function waitFor(waitMs: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(waitMs, undefined, { signal });
  } catch (error) {
    throw new CancelledError(
      'The task was cancelled while it waited for GitHub',
      error,
    );
  }
}

/** Spread over half of its length, so that tasks that failed together do not return together. */
function backoffMs(policy: RetryPolicy, tried: number): number {
  const full = Math.min(
    policy.baseDelayMs * 2 ** (tried - 1),
    policy.maximumDelayMs,
  );
  return Math.round(full / 2 + (Math.random() * full) / 2);
}

function inSeconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 100) / 10} s`;
}
