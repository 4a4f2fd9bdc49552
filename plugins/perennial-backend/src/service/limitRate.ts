import type { RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { TooManyRequestsError } from '../preview/errors';

const MINUTE = 60_000;

/** Lets one person in so many times a minute. Other backends of the portal count for themselves. */
export function limitRate(options: {
  maximum: number;
  keyOf: (response: Response) => string;
}): RequestHandler {
  return rateLimit({
    windowMs: MINUTE,
    limit: options.maximum,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: (_, response) => options.keyOf(response),
    handler: (_request, _response, next) =>
      next(
        new TooManyRequestsError(
          `More than ${options.maximum} previews were asked for within a minute. Wait a moment.`,
        ),
      ),
  });
}
