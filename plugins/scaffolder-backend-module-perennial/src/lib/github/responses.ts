import { GithubErrorBody } from './types';

/** What GitHub asks for where a secondary rate limit comes without a Retry-After. */
const SECONDARY_LIMIT_WAIT_MS = 60_000;

/** The wait that a rate-limiting answer asks for; undefined for any other answer. */
export function readRetryAfterMs(
  response: Response,
  detail: string,
): number | undefined {
  if (response.status !== 429 && response.status !== 403) {
    return undefined;
  }
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  if (Number.isFinite(retryAfter)) {
    return retryAfter * 1000;
  }
  if (response.headers.get('x-ratelimit-remaining') === '0') {
    const resetMs = Number(response.headers.get('x-ratelimit-reset')) * 1000;
    return Math.max(0, resetMs - Date.now());
  }
  return response.status === 429 || /secondary rate limit/i.test(detail)
    ? SECONDARY_LIMIT_WAIT_MS
    : undefined;
}

/** GitHub's message with the messages of its single errors. */
export function describeErrorBody(body: GithubErrorBody): string {
  const details = (Array.isArray(body?.errors) ? body.errors : []).map(error =>
    typeof error === 'string'
      ? error
      : error.message ?? `${error.field ?? ''} ${error.code ?? ''}`.trim(),
  );
  const message = body?.message ?? '';
  return details.length > 0 ? `${message} (${details.join('; ')})` : message;
}

/** A creation was refused because the name is in use. */
export function isNameTaken(body: GithubErrorBody): boolean {
  return /already exists/i.test(describeErrorBody(body));
}
