import type { JsonValue } from '../store/types';

const DOCUMENTATION = 'https://docs.github.com/rest';

/** An answer of the REST API that is an error, with the body that GitHub gives it. */
export class ApiError extends Error {
  readonly status: number;
  readonly errors?: JsonValue[];

  constructor(status: number, message: string, errors?: JsonValue[]) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.errors = errors;
  }

  /** The body as GitHub sends it. */
  toBody() {
    return {
      message: this.message,
      ...(this.errors && { errors: this.errors }),
      documentation_url: DOCUMENTATION,
      status: String(this.status),
    };
  }
}

/** 404, also for what the caller may not see. */
export function notFound(): ApiError {
  return new ApiError(404, 'Not Found');
}

/** 422 with one of GitHub's error entries. */
export function invalid(
  resource: string,
  field: string,
  code: string,
  message?: string,
): ApiError {
  return new ApiError(422, 'Validation Failed', [
    { resource, field, code, ...(message && { message }) },
  ]);
}
