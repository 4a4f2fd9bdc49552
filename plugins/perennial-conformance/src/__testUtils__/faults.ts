import type { Wrap } from './wrapping';
import {
  onAnswer,
  onBody,
  onQuery,
  onRequest,
  onResponse,
  problem,
  without,
} from './wrapping';

/** A service that breaks the contract in one way. */
export interface Fault {
  name: string;
  /** The groups to run. */
  only: string;
  wrap: Wrap;
  /** Parts of the titles that must fail; nothing else may. */
  fails: string[];
}

const inPath = (target: string, name: string) =>
  target.startsWith(`/api/v1/${name}`);

/** Faults in how operations, lists and errors answer. */
export const faults: Fault[] = [
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
  {
    name: 'the total is of the page',
    only: 'pages',
    wrap: onAnswer(body => {
      if (Array.isArray(body.items)) {
        body.total = body.items.length;
      }
    }),
    fails: ['total counts the rows'],
  },
  {
    name: 'page is ignored',
    only: 'pages',
    wrap: onQuery(parameters => parameters.delete('page')),
    fails: ['page 1000000', 'page refuses', 'pages hold each row once'],
  },
  {
    name: 'limit is cut to 100 instead of refused',
    only: 'pages',
    wrap: onQuery(parameters => {
      if (Number(parameters.get('limit')) > 100) {
        parameters.set('limit', '100');
      }
    }),
    fails: ['limit refuses'],
  },
  {
    name: 'sort is ignored',
    only: 'sort',
    wrap: onQuery(parameters => parameters.delete('sort')),
    fails: ['each sortable name orders', 'sort refuses', 'several names sort'],
  },
  {
    name: 'the order of equals changes',
    only: 'sort',
    wrap: handler => {
      let calls = 0;
      return async request => {
        calls += 1;
        const response = await handler(request);
        if (!request.target.includes('limit=3') || calls % 2 === 0) {
          return response;
        }
        const body = JSON.parse(response.body) as { items: unknown[] };
        return {
          ...response,
          body: JSON.stringify({ ...body, items: body.items.reverse() }),
        };
      };
    },
    fails: ['the order is total', 'several names'],
  },
  {
    name: 'the second name of sort is ignored',
    only: 'sort',
    wrap: onQuery(parameters => {
      const names = parameters.get('sort')?.split(',') ?? [];
      if (names.length === 2 && names.every(name => /^-?\w+$/.test(name))) {
        parameters.set('sort', names[0]);
      }
    }),
    fails: ['several names sort one after the other', 'beside a wrong one'],
  },
  {
    name: '% is a wildcard in q',
    only: 'search',
    wrap: onQuery(parameters => {
      const text = parameters.get('q');
      if (text?.includes('%z')) {
        parameters.set('q', text.split('%')[0]);
      }
    }),
    fails: ['takes % literally'],
  },
  {
    name: 'q minds case',
    only: 'search',
    wrap: handler => async request => {
      const text = new URLSearchParams(request.target.split('?')[1]).get('q');
      const response = await handler(request);
      return text && /^[A-Z]+$/.test(text)
        ? { ...response, body: '{"items":[],"page":1,"limit":100,"total":0}' }
        : response;
    },
    fails: ['ignores case'],
  },
  {
    name: 'unknown parameters are ignored',
    only: 'filters',
    wrap: onQuery(parameters => {
      parameters.delete('no_such_parameter');
      parameters.delete('no_such[gt]');
    }),
    fails: ['an unknown parameter'],
  },
  {
    name: 'filters are ignored',
    only: 'filters',
    wrap: onQuery(parameters => parameters.delete('status')),
    fails: [
      '"status" filters by a value',
      '"status" refuses a value',
      '"status" repeated',
    ],
  },
  {
    name: '[gte] is [gt]',
    only: 'filters',
    wrap: onQuery(parameters => {
      const value = parameters.get('pages[gte]');
      if (value !== null) {
        parameters.delete('pages[gte]');
        parameters.set('pages[gt]', value);
      }
    }),
    fails: ['"pages[gt|gte|lt|lte]" compares'],
  },
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
  {
    name: 'strings are trimmed',
    only: 'types',
    wrap: onBody(text =>
      text.replace(/"title":" padded "/, '"title":"padded"'),
    ),
    fails: ['"title" (string) takes spaces at both ends'],
  },
  {
    name: 'lengths are counted in UTF-16',
    only: 'types',
    wrap: handler => async request =>
      /"title":"(?:😀){200,255}"/u.test(request.body.toString())
        ? problem(422, '/title')
        : handler(request),
    fails: ['"title" (string) takes as long as allowed, of astral characters'],
  },
  {
    name: 'decimals are numbers',
    only: 'types',
    wrap: onAnswer(body => {
      if (typeof body.price === 'string') {
        body.price = Number(body.price);
      }
    }),
    fails: [
      '"price" (decimal) takes',
      'random objects',
      'is one that /openapi.json describes',
    ],
  },
  {
    name: 'milliseconds are lost',
    only: 'types',
    wrap: onAnswer(body => {
      if (typeof body.seen === 'string') {
        body.seen = body.seen.replace(/\.\d+Z$/, 'Z');
      }
    }),
    fails: ['"seen" (dateTime) takes', 'random objects'],
  },
  {
    name: '2024-02-30 is a date',
    only: 'types',
    wrap: onBody(text =>
      text.replace('"published":"2024-02-30"', '"published":"2024-02-29"'),
    ),
    fails: ['"published" (date) refuses date "2024-02-30"'],
  },
  {
    name: '1e999 becomes null',
    only: 'types',
    wrap: onBody(text =>
      text.replace(/:-?1e999/g, ':null').replace('[1e999]', '[null]'),
    ),
    fails: ['1e999'],
  },
  {
    name: 'excess scale is rounded',
    only: 'types',
    wrap: onBody(text => text.replace(/"price":"?0\.001"?/, '"price":"0.00"')),
    fails: ['"price" (decimal) refuses excess scale'],
  },
  {
    name: 'large integers in json lose digits',
    only: 'types',
    wrap: onBody(text =>
      text.replace('9007199254740993]', '9007199254740994]'),
    ),
    fails: ['"extra" (json) takes an integer over 2^53'],
  },
  {
    name: 'X-Request-ID is not answered',
    only: 'service',
    wrap: onResponse(({ headers }) => ({
      headers: without(headers, 'x-request-id'),
    })),
    fails: ['X-Request-ID is answered', 'X-Request-ID is made'],
  },
  {
    name: 'metrics are JSON',
    only: 'service',
    wrap: onResponse((_response, { target }) =>
      target === '/metrics' ? { body: '{"http_requests_total":1}' } : undefined,
    ),
    fails: ['/metrics'],
  },
  {
    name: 'a bad query is 500',
    only: 'robustness',
    wrap: handler => async request =>
      request.target.includes('q=%ff') ? problem(500) : handler(request),
    fails: [
      'queries that are badly encoded',
      'status of 500',
      'is one that /openapi.json describes',
    ],
  },
  {
    name: 'answers have one more name',
    only: 'resources',
    wrap: onAnswer((body, _response, { target }) => {
      if ('id' in body && inPath(target, 'genres')) {
        body.version = 1;
      }
    }),
    fails: [
      'Genre › an object has the names',
      'is one that /openapi.json describes',
    ],
  },
  {
    name: 'If-Match is checked, then the row is written',
    only: 'races',
    wrap: handler => async request => {
      const condition = request.headers['if-match'];
      if (condition !== undefined) {
        const current = await handler({
          ...request,
          method: 'GET',
          body: Buffer.alloc(0),
        });
        if (current.headers.etag !== condition) {
          return problem(412);
        }
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      return handler({
        ...request,
        headers: { ...request.headers, 'if-match': undefined },
      });
    },
    fails: ['one of several PATCHes with the same If-Match wins'],
  },
];
