import type { Fault } from './Fault';
import { onAnswer, onBody, onResponse, problem, without } from './wrapping';

const inPath = (target: string, name: string) =>
  target.startsWith(`/api/v1/${name}`);

/** Faults in values, operation and races. */
export const valueFaults: Fault[] = [
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
