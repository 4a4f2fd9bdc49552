import { signToken } from '../../auth/tokens';
import type { Fault } from '../../__testUtils__/Fault';
import {
  onAnswer,
  onBody,
  onQuery,
  onRequest,
  onResponse,
  without,
} from '../../__testUtils__/wrapping';
import type { ServiceResponse } from '../../__testUtils__/types';
import { isObject } from '../../runner/expect';
import { fail } from './answers';
import { SECRET } from './fixtures';

const sign = (subject: string, role?: string) =>
  `Bearer ${signToken({
    secret: SECRET,
    issuer: '',
    audience: '',
    subject,
    role,
  })}`;

/** The holes of the convention as it is commonly written, and some more; one each. */
export const faults: Fault[] = [
  {
    name: 'a search is a regular expression',
    only: 'lists',
    wrap: onQuery(parameters => {
      if (parameters.get('search') === '.*') {
        parameters.delete('search');
      }
    }),
    fails: ['a search is literal'],
  },
  {
    name: 'a pattern takes its time',
    only: 'injecting',
    wrap: handler => async request => {
      if (request.target.includes(encodeURIComponent('(a+)+$'))) {
        await new Promise(resolve => {
          setTimeout(resolve, 150);
        });
      }
      return handler(request);
    },
    fails: ['a pattern in a search is a text'],
  },
  {
    name: 'whatever a body holds is set',
    only: 'refusing',
    wrap: onBody(text =>
      text.replace(/,?"user_id":"x"/, '').replace('{,', '{'),
    ),
    fails: ['a property that is not known answers 400'],
  },
  {
    name: 'a page that is no number is a failure',
    only: 'lists',
    wrap: onResponse((_response, { target }) =>
      target.endsWith('?page=one') ? { status: 500 } : undefined,
    ),
    fails: ['a malformed query is refused', 'no answer is a failure'],
  },
  {
    name: 'pages are negative',
    only: 'lists',
    wrap: onQuery(parameters => {
      if (parameters.get('page') === '-1') {
        parameters.set('page', '1');
      }
    }),
    fails: ['a malformed query is refused'],
  },
  {
    name: 'the order changes from page to page',
    only: 'lists',
    wrap: onAnswer((body, _response, { target }) => {
      for (const rows of Object.values(body)) {
        if (Array.isArray(rows) && target.includes('limit=2')) {
          rows.reverse();
        }
      }
    }),
    fails: ['small pages hold every document once'],
  },
  {
    name: 'the total is another one',
    only: 'lists',
    wrap: onAnswer(({ pagination }) => {
      if (isObject(pagination)) {
        pagination.total_count = Number(pagination.total_count) + 1;
      }
    }),
    fails: ['the pagination says where the page lies'],
  },
  {
    name: 'a PUT drops what it does not name',
    only: 'writing',
    wrap: onAnswer((body, _response, { method, body: sent }) => {
      if (
        method === 'PUT' &&
        isObject(body.book) &&
        !sent.includes('"title"')
      ) {
        body.book.title = null;
      }
    }),
    fails: [
      'Book › PUT changes what it names and keeps the rest',
      'Book › an empty PUT changes nothing',
    ],
  },
  {
    name: 'a malformed id is unknown',
    only: 'refusing,injecting',
    wrap: onResponse(({ status }, { target }) =>
      status === 400 && target.endsWith('/not-an-id') ? fail(404) : undefined,
    ),
    fails: ['a malformed id answers 400'],
  },
  {
    name: 'anybody may change a document',
    only: 'access',
    wrap: onRequest(({ method, headers }) =>
      method === 'PUT' &&
      headers.authorization &&
      isSound(headers.authorization)
        ? { headers: { ...headers, authorization: sign('x', 'admin') } }
        : undefined,
    ),
    fails: ['a document belongs to whoever made it', 'a forged token is none'],
  },
  {
    name: 'anybody may read a private document',
    only: 'access',
    wrap: onRequest(({ method, target, headers }) =>
      method === 'GET' && target.startsWith('/notes')
        ? { headers: { ...headers, authorization: sign('x', 'admin') } }
        : undefined,
    ),
    fails: ['Note › others cannot read it'],
  },
  {
    name: 'signatures are not looked at',
    only: 'access',
    wrap: onRequest(({ headers }) => {
      const subject = subjectOf(headers.authorization);
      return subject
        ? {
            headers: {
              ...headers,
              authorization: sign(subject.sub, subject.role),
            },
          }
        : undefined;
    }),
    fails: ['a forged token is none'],
  },
  {
    name: 'nothing says how to sign in',
    only: 'access',
    wrap: onResponse(({ headers }) => ({
      headers: without(headers, 'www-authenticate'),
    })),
    fails: [
      'writing needs a token',
      'a forged token is none',
      'others cannot read it',
    ],
  },
  {
    name: 'what is cached is never forgotten',
    only: 'caching',
    wrap: handler => {
      const cached = new Map<string, ServiceResponse>();
      return async request => {
        const key = `${request.target} ${request.headers.authorization}`;
        const known = request.method === 'GET' ? cached.get(key) : undefined;
        const response = known ?? (await handler(request));
        if (request.method === 'GET') {
          cached.set(key, response);
        }
        return response;
      };
    },
    fails: ['of one document', 'of a list'],
  },
  {
    name: 'an operator is a value',
    only: 'injecting',
    wrap: onBody(text => text.replace('{"$gt":""}', 'null')),
    fails: ['an operator in a body answers 400'],
  },
  {
    name: 'an operator in a query is passed over',
    only: 'injecting',
    wrap: onQuery(parameters => {
      for (const name of [...parameters.keys()]) {
        if (name.endsWith('[$ne]')) {
          parameters.delete(name);
        }
      }
    }),
    fails: ['an operator in a query answers 400'],
  },
  {
    name: 'a conflict is a malformed request',
    only: 'relating',
    wrap: onResponse(({ status }) => (status === 409 ? fail(400) : undefined)),
    fails: [
      'is unique',
      'must lead to a document',
      "_id follows its document's deletion",
    ],
  },
  {
    name: 'nothing is said of the methods that there are',
    only: 'refusing',
    wrap: onResponse(({ headers }) => ({ headers: without(headers, 'allow') })),
    fails: ['another method answers 405 with Allow'],
  },
  {
    name: 'an error has another format',
    only: 'operating,refusing',
    wrap: onAnswer((body, { status }) => {
      if (status === 415) {
        delete body.status_code;
      }
    }),
    fails: ['another media type answers 415', 'no answer is a failure'],
  },
  {
    name: 'digits are lost',
    only: 'values',
    wrap: onAnswer(({ book }) => {
      if (isObject(book) && typeof book.price === 'string') {
        book.price = String(Number(book.price) + 0.001);
      }
    }),
    fails: ['price comes back as it was sent'],
  },
  {
    name: 'requests have no ids',
    only: 'operating',
    wrap: onResponse(({ headers }) => ({
      headers: without(headers, 'x-request-id'),
    })),
    fails: ['a request has an id'],
  },
];

function isSound(authorization: string): boolean {
  return Boolean(subjectOf(authorization));
}

function subjectOf(
  authorization = '',
): { sub: string; role?: string } | undefined {
  try {
    const [, body] = authorization.split('.');
    return JSON.parse(Buffer.from(body, 'base64url').toString());
  } catch {
    return undefined;
  }
}
