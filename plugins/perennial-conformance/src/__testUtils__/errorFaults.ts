import type { Fault } from './Fault';
import { onAnswer, onBody, onRequest, onResponse, problem } from './wrapping';

/** Faults in errors and bodies. */
export const errorFaults: Fault[] = [
  {
    name: 'an unknown method is 404',
    only: 'errors',
    wrap: onResponse(({ status }) =>
      status === 405 ? problem(404) : undefined,
    ),
    fails: ['answers 405'],
  },
  {
    name: 'Allow names one method only',
    only: 'errors',
    wrap: onResponse(({ headers }) => ({
      headers: headers.allow ? { ...headers, allow: 'GET' } : headers,
    })),
    fails: [
      'of the collection answers 405 with Allow',
      'of a row answers 405',
      'POST to a malformed id',
    ],
  },
  {
    name: 'a malformed id is 400',
    only: 'errors',
    wrap: onResponse(({ status }, { target }) =>
      status === 404 && target.endsWith('/not-an-id')
        ? problem(400)
        : undefined,
    ),
    fails: ['malformed ids name nothing'],
  },
  {
    name: 'errors are application/json',
    only: 'errors',
    wrap: onResponse(({ status, headers }) =>
      status === 404
        ? { headers: { ...headers, 'content-type': 'application/json' } }
        : undefined,
    ),
    fails: [
      '404',
      'is application/problem+json',
      'is one that /openapi.json describes',
    ],
  },
  {
    name: 'unknown properties are dropped',
    only: 'errors',
    wrap: onBody(text =>
      text
        .replace(/,?"(?:no_such_property|owner_id)":"x"/, '')
        .replace('{,', '{'),
    ),
    fails: ['an unknown property answers 422', '"owner_id" in a body'],
  },
  {
    name: '__proto__ is dropped',
    only: 'errors',
    wrap: onBody(text => text.replace(/,?"__proto__":\{"polluted":true\}/, '')),
    fails: ['__proto__ in a body answers 422'],
  },
  {
    name: 'pointers point to the body',
    only: 'errors',
    wrap: onAnswer((body, { status }) => {
      if (status === 422 && body.errors) {
        body.errors = [{ pointer: '', detail: 'is wrong' }];
      }
    }),
    fails: [
      'with a pointer to it',
      'answers 422',
      'is unknown: 422',
      'several faults',
    ],
  },
  {
    name: 'errors show a stack trace',
    only: 'errors',
    wrap: onAnswer((body, { status }) => {
      if (status === 404) {
        body.detail = 'Error: no\n    at find (/srv/src/store.js:10:5)';
      }
    }),
    fails: ['shows a stack trace'],
  },
  {
    name: 'text/plain is read as JSON',
    only: 'bodies',
    wrap: onRequest(({ headers }) => ({
      headers: {
        ...headers,
        'content-type': headers['content-type']?.replace(
          'text/plain',
          'application/json',
        ),
      },
    })),
    fails: ['another media type answers 415', '415 comes before'],
  },
  {
    name: 'bad UTF-8 becomes U+FFFD',
    only: 'bodies',
    wrap: onBody(text => text),
    fails: ['bytes that are no UTF-8'],
  },
  {
    name: 'bodies have no limit',
    only: 'bodies',
    wrap: onRequest(({ body }) =>
      body.length > 1024 * 1024 ? { body: Buffer.from('{}') } : undefined,
    ),
    fails: ['over 1 MiB', '413 comes before'],
  },
  {
    name: 'rows are looked for before bodies are read',
    only: 'bodies',
    wrap: handler => async request => {
      if (request.method === 'PATCH') {
        const found = await handler({
          ...request,
          method: 'GET',
          body: Buffer.alloc(0),
        });
        if (found.status === 404) {
          return found;
        }
      }
      return handler(request);
    },
    fails: ['PATCH of', '400 comes before 404', '422 comes before 404'],
  },
];
