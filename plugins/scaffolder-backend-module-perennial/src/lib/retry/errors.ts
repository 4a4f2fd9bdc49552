import { CustomErrorBase } from '@backstage/errors';

/** A failure that the same call may not meet again a little later. */
export class TransientError extends CustomErrorBase {
  override name = 'TransientError' as const;

  /** How long the other side asked to wait, where it did. */
  readonly retryAfterMs?: number;

  constructor(
    message: string,
    options: { retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause);
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The task was cancelled while this step could still be left without a trace. */
export class CancelledError extends CustomErrorBase {
  override name = 'CancelledError' as const;
}

/** Errors are compared by name: two copies of a package are two classes. */
export function isTransientError(error: unknown): error is TransientError {
  return error instanceof Error && error.name === 'TransientError';
}

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new CancelledError('The task was cancelled');
  }
}
