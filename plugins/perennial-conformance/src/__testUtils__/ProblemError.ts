/** Ends a request with a problem. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly errors: { pointer: string; detail: string }[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(`problem ${status}`);
  }
}
