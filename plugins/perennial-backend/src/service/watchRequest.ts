import type { Response } from 'express';
import { ClientGoneError, TimeoutError } from '../preview/errors';

/** A signal that fires when nobody waits for a response any more, or when it takes too long. */
export function watchRequest(
  response: Response,
  timeoutMilliseconds: number,
): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const leave = () => {
    if (!response.writableFinished) {
      controller.abort(new ClientGoneError('The client has gone away'));
    }
  };
  const timer = setTimeout(
    () =>
      controller.abort(
        new TimeoutError(
          `The preview took longer than ${
            timeoutMilliseconds / 1000
          } seconds and was given up. Try it again, or with fewer entities.`,
        ),
      ),
    timeoutMilliseconds,
  );
  response.once('close', leave);
  if (response.closed) {
    leave();
  }
  return {
    signal: controller.signal,
    stop: () => {
      clearTimeout(timer);
      response.off('close', leave);
    },
  };
}
