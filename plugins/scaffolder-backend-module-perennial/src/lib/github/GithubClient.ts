import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { TransientError, throwIfCancelled } from '../retry/errors';
import { retryTransient } from '../retry/retryTransient';
import { RetryPolicy } from '../retry/types';
import { describeErrorBody, readRetryAfterMs } from './responses';
import { GithubErrorBody, GithubRequest, GithubResponse } from './types';

/**
 * GitHub's REST API with the patience of a {@link RetryPolicy}.
 *
 * Not Octokit: its throttle lets one write a second through the whole backend
 * process, it repeats calls whose outcome is unknown, and it follows redirects,
 * which for a renamed repository means to write to another one.
 */
export class GithubClient {
  readonly #baseUrl: string;
  readonly #token: string;
  readonly #policy: RetryPolicy;
  readonly #logger: LoggerService;

  private constructor(options: GithubClientOptions) {
    this.#baseUrl = options.baseUrl.replace(/\/+$/, '');
    this.#token = options.token;
    this.#policy = options.policy;
    this.#logger = options.logger;
  }

  static create(options: GithubClientOptions): GithubClient {
    return new GithubClient(options);
  }

  /** A call that may be made twice: all but creating. */
  async request<T>(request: GithubRequest): Promise<GithubResponse<T>> {
    return await retryTransient({
      policy: this.#policy,
      logger: this.#logger,
      signal: request.signal,
      subject: `${request.method} ${request.path}`,
      attempt: () => this.requestOnce<T>(request),
    });
  }

  /** One try; throws a TransientError where the outcome is unknown or may change. */
  async requestOnce<T>(request: GithubRequest): Promise<GithubResponse<T>> {
    const { method, path, body, accept = [], signal } = request;
    // Only reading is cut short by a cancelled task: a write in flight may
    // have been done, and its answer tells.
    const interrupt = method === 'GET' ? signal : undefined;
    throwIfCancelled(interrupt);
    const timeout = AbortSignal.timeout(this.#policy.requestTimeoutMs);
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.#baseUrl}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${this.#token}`,
          'user-agent': 'perennial',
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
        signal: interrupt ? AbortSignal.any([interrupt, timeout]) : timeout,
      });
      text = await response.text();
    } catch (error) {
      throwIfCancelled(interrupt);
      throw new TransientError(
        timeout.aborted
          ? `no answer within ${this.#policy.requestTimeoutMs / 1000} s`
          : `no answer (${describeNetworkError(error)})`,
        { cause: error },
      );
    }
    if (response.ok || accept.includes(response.status)) {
      return { status: response.status, data: parseJson(text) as T };
    }
    throw this.#toError(request, response, text);
  }

  #toError(request: GithubRequest, response: Response, text: string): Error {
    const { status } = response;
    const detail = describeErrorBody(parseJson(text) as GithubErrorBody);
    const retryAfterMs = readRetryAfterMs(response, detail);
    if (status >= 500 || status === 408 || retryAfterMs !== undefined) {
      return new TransientError(`answered ${status} ${detail}`.trim(), {
        retryAfterMs,
      });
    }
    const subject = `${request.method} ${request.path}`;
    if (status === 401 || status === 403) {
      return new NotAllowedError(
        `GitHub refused ${subject} with ${status} ${detail}. Check that the token of the GitHub ` +
          'integration (or the `token` input) is valid and may create and administer repositories of this owner.',
      );
    }
    return new InputError(
      `GitHub refused ${subject} with ${status} ${detail}`.trim(),
    );
  }
}

export interface GithubClientOptions {
  /** Base URL of the REST API, as in `integrations.github[].apiBaseUrl`. */
  baseUrl: string;
  token: string;
  policy: RetryPolicy;
  logger: LoggerService;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy in between answers in HTML or not at all; the status says enough.
    return {};
  }
}

function describeNetworkError(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error) {
    return (cause as NodeJS.ErrnoException).code ?? cause.message;
  }
  return error instanceof Error ? error.message : String(error);
}
