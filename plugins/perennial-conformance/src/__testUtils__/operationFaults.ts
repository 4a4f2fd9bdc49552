import type { Fault } from './Fault';
import { onRequest, onResponse, problem, without } from './wrapping';

/** Faults in single operations. */
export const operationFaults: Fault[] = [
  {
    name: 'ETags are weak',
    only: 'operations',
    wrap: onResponse(({ headers }) => ({
      headers: headers.etag
        ? { ...headers, etag: `W/${headers.etag}` }
        : headers,
    })),
    fails: ['strong ETag', 'an ETag changes with the row'],
  },
  {
    name: 'POST answers no Location',
    only: 'operations',
    wrap: onResponse(({ headers }) => ({
      headers: without(headers, 'location'),
    })),
    fails: ['POST answers a Location'],
  },
  {
    name: 'PUT merges',
    only: 'operations',
    wrap: onRequest(({ method }) => ({
      method: method === 'PUT' ? 'PATCH' : method,
    })),
    fails: ['PUT resets what is left out', 'PUT without'],
  },
  {
    name: 'a second DELETE answers 204',
    only: 'operations',
    wrap: onResponse(({ status }, { method }) =>
      method === 'DELETE' && status === 404
        ? { status: 204, headers: {}, body: '' }
        : undefined,
    ),
    fails: ['DELETE answers 204 without content, then 404', 'DELETE of no row'],
  },
  {
    name: 'If-Match is ignored',
    only: 'preconditions',
    wrap: onRequest(({ headers }) => ({
      headers: { ...headers, 'if-match': undefined },
    })),
    fails: ['answers 412'],
  },
  {
    name: 'If-Match compares weakly',
    only: 'preconditions',
    wrap: onRequest(({ headers }) => ({
      headers: {
        ...headers,
        'if-match': headers['if-match']?.replace(/W\//g, ''),
      },
    })),
    fails: ['with the ETag made weak answers 412'],
  },
  {
    name: 'If-Match knows no *',
    only: 'preconditions',
    wrap: onRequest(({ headers }) => ({
      headers: {
        ...headers,
        'if-match': headers['if-match']?.replace('*', '"x"'),
      },
    })),
    fails: ['with * is done'],
  },
  {
    name: 'application/merge-patch+json is refused',
    only: 'patch',
    wrap: handler => async request =>
      /merge-patch/.test(request.headers['content-type'] ?? '')
        ? problem(415)
        : handler(request),
    fails: ['is taken as application/merge-patch+json'],
  },
  {
    name: 'PATCH replaces objects',
    only: 'patch',
    wrap: handler => async request => {
      if (
        request.method === 'PATCH' &&
        /^\{"size":\{/.test(request.body.toString())
      ) {
        await handler({ ...request, body: Buffer.from('{"size":null}') });
      }
      return handler(request);
    },
    fails: ['merges "size.height" into the object'],
  },
  {
    name: 'PATCH ignores null',
    only: 'patch',
    wrap: onRequest(({ method, body }) => ({
      body:
        method === 'PATCH'
          ? Buffer.from(
              body.toString().replace(/^\{"(?:summary|tags)":null\}$/, '{}'),
            )
          : body,
    })),
    fails: ['null clears "summary"', 'null clears "tags"'],
  },
];
