import type { ServiceResponse } from '../../__testUtils__/types';

const ERRORS: Record<number, string> = {
  400: 'BadRequestError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  409: 'ConflictError',
  413: 'RequestEntityTooLargeError',
  415: 'UnsupportedMediaTypeError',
};

/** A request is refused. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly headers: Record<string, string> = {},
  ) {
    super(ERRORS[status]);
  }
}

/** An answer with JSON. */
export function answer(
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): ServiceResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** An error in the format of all errors. */
export function fail(
  status: number,
  headers: Record<string, string> = {},
): ServiceResponse {
  const body = {
    status: 'failed',
    message: 'The request was refused.',
    error: ERRORS[status],
    status_code: status,
  };
  return answer(status, body, headers);
}
