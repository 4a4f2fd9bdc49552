/**
 * How patiently GitHub is asked again.
 *
 * @public
 */
export interface RetryPolicy {
  /** How often one call is tried before the action gives up. */
  attempts: number;
  /** Wait after the first failure; doubled after each further one. */
  baseDelayMs: number;
  /** Upper limit of that wait. */
  maximumDelayMs: number;
  /** Longest `Retry-After` that is waited for; a longer one fails the step. */
  maximumRetryAfterMs: number;
  /** Longest time that one API call may take. */
  requestTimeoutMs: number;
  /** Longest time that one `git push` or `git fetch` may take. */
  pushTimeoutMs: number;
}
