import type { Fault } from './Fault';
import { onAnswer, onQuery } from './wrapping';

/** Faults in lists. */
export const listFaults: Fault[] = [
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
];
