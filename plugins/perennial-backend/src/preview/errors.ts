import { CustomErrorBase } from '@backstage/errors';

/** Too many requests of one person, or more than this backend can take on. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;
}

/** It would have taken longer than a preview may. */
export class TimeoutError extends CustomErrorBase {
  name = 'TimeoutError' as const;
  readonly statusCode = 503;
}

/** Nobody waits for the answer any more. */
export class ClientGoneError extends CustomErrorBase {
  name = 'ClientGoneError' as const;
  readonly statusCode = 499;
}
