import type { Handler, ServiceRequest, ServiceResponse } from './types';

/** Stands between the suite and the service. */
export type Wrap = (handler: Handler) => Handler;

/** Changes requests on their way in. */
export function onRequest(
  change: (request: ServiceRequest) => Partial<ServiceRequest> | undefined,
): Wrap {
  return handler => async request =>
    handler({ ...request, ...change(request) });
}

/** Changes answers on their way out. */
export function onResponse(
  change: (
    response: ServiceResponse,
    request: ServiceRequest,
  ) => Partial<ServiceResponse> | undefined,
): Wrap {
  return handler => async request => {
    const response = await handler(request);
    return { ...response, ...change(response, request) };
  };
}

/** Changes the JSON of requests that have one. */
export function onBody(change: (text: string) => string): Wrap {
  return onRequest(({ body }) => ({
    body: Buffer.from(change(body.toString())),
  }));
}

/** Changes the parameters of requests. */
export function onQuery(change: (parameters: URLSearchParams) => void): Wrap {
  return onRequest(({ target }) => {
    const [path, query] = target.split('?');
    if (query === undefined) {
      return undefined;
    }
    const parameters = new URLSearchParams(query);
    change(parameters);
    return { target: `${path}?${parameters}` };
  });
}

/** Changes answered JSON, where it is a row, a page or a problem. */
export function onAnswer(
  change: (
    body: Record<string, unknown>,
    response: ServiceResponse,
    request: ServiceRequest,
  ) => void,
): Wrap {
  return onResponse((response, request) => {
    if (!response.body.startsWith('{') || request.target === '/openapi.json') {
      return undefined;
    }
    const body = JSON.parse(response.body) as Record<string, unknown>;
    change(body, response, request);
    return { body: JSON.stringify(body) };
  });
}

/** Without a header. */
export function without(
  headers: Record<string, string>,
  name: string,
): Record<string, string> {
  const { [name]: _left, ...rest } = headers;
  return rest;
}

/** An answer of the reference service's form. */
export function problem(status: number, pointer?: string): ServiceResponse {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({
      type: 'about:blank',
      title: `Status ${status}`,
      status,
      detail: 'The request was refused.',
      ...(pointer === undefined ? {} : { errors: [{ pointer, detail: 'x' }] }),
    }),
  };
}
