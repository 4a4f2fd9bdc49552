import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ErrorRequestHandler } from 'express';

/** Errors whose message was written for whoever asks, with the status that each is answered with. */
const STATUS: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  PayloadTooLargeError: 413,
  TooManyRequestsError: 429,
  TimeoutError: 503,
  ServiceUnavailableError: 503,
};

/**
 * Answers with what people may read of an error: its message, and the problems of a
 * model. Never a stack or a cause, whatever mode the backend runs in; of an error
 * that nobody foresaw not even its message, which could name a path.
 */
export function answerErrors(logger: LoggerService): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent || response.closed) {
      next();
      return;
    }
    const told = tell(error);
    if (told.status === 500) {
      logger.error('A preview failed', error);
    }
    const { status, ...body } = told;
    response.status(status).json({
      error: body,
      request: { method: request.method, url: request.originalUrl },
      response: { statusCode: status },
    });
  };
}

interface Told {
  status: number;
  name: string;
  message: string;
  problems?: unknown;
}

function tell(error: unknown): Told {
  const { name, message, problems, type } = error as Partial<Told> & {
    type?: unknown;
  };
  // What body-parser says is told in its own words.
  if (type === 'entity.parse.failed') {
    return {
      status: 400,
      name: 'InputError',
      message: 'The request is not JSON.',
    };
  }
  const status = name && Object.hasOwn(STATUS, name) ? STATUS[name] : 500;
  if (status === 500 || !name) {
    return {
      status: 500,
      name: 'Error',
      message:
        'The preview failed. The log of the backend says why; nothing of yours is lost.',
    };
  }
  return {
    status,
    name,
    message: message ?? '',
    ...(problems ? { problems } : {}),
  };
}
