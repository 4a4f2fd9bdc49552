import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import {
  type PreviewAnswer,
  type PreviewRequest,
  previewAnswerSchema,
} from '@perennial/plugin-perennial-common';
import {
  type PreviewApi,
  PreviewFailure,
  type PreviewFailureKind,
} from './previewApi';

const PLUGIN = 'perennial';

const KINDS: Record<number, PreviewFailureKind> = {
  400: 'rejected',
  401: 'forbidden',
  403: 'forbidden',
  409: 'busy',
  413: 'tooLarge',
  429: 'busy',
};

/** The preview over HTTP. */
export class PreviewClient implements PreviewApi {
  readonly #apis: { discoveryApi: DiscoveryApi; fetchApi: FetchApi };

  constructor(apis: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#apis = apis;
  }

  async preview(
    request: PreviewRequest,
    { signal }: { signal: AbortSignal },
  ): Promise<PreviewAnswer> {
    const response = await this.#post(request, signal);
    const body: unknown = await response.json().catch(() => undefined);
    signal.throwIfAborted();
    if (!response.ok) {
      const { name, message } = readError(body);
      throw new PreviewFailure(kindOf(response.status, name), message);
    }
    const answer = previewAnswerSchema.safeParse(body);
    if (!answer.success) {
      throw new PreviewFailure('unavailable', 'The answer is no preview.');
    }
    return answer.data;
  }

  async #post(request: PreviewRequest, signal: AbortSignal): Promise<Response> {
    try {
      const base = await this.#apis.discoveryApi.getBaseUrl(PLUGIN);
      return await this.#apis.fetchApi.fetch(`${base}/preview`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
        signal,
      });
    } catch (error) {
      signal.throwIfAborted();
      throw new PreviewFailure('network', `${error}`);
    }
  }
}

function kindOf(status: number, name: string | undefined): PreviewFailureKind {
  if (status === 404) {
    // A backend without the plugin answers for itself, without an error's name.
    return name === 'NotFoundError' ? 'notFound' : 'notInstalled';
  }
  return KINDS[status] ?? 'unavailable';
}

function readError(body: unknown): { name?: string; message: string } {
  const { error } = (body ?? {}) as {
    error?: { name?: unknown; message?: unknown };
  };
  return {
    name: typeof error?.name === 'string' ? error.name : undefined,
    message: typeof error?.message === 'string' ? error.message : '',
  };
}
