import { MAX_MONGO_SEARCH_LENGTH } from '../model/limits';
import type { JsonObject } from '../wire/types';
import type { ServiceInfo } from './types';

const PROBLEM_SCHEMA: JsonObject = {
  type: 'object',
  description: 'A problem as of RFC 9457.',
  required: ['type', 'title', 'status'],
  properties: {
    type: {
      type: 'string',
      description: 'URI reference of the kind of problem.',
    },
    title: { type: 'string', description: 'What kind of problem it is.' },
    status: {
      type: 'integer',
      minimum: 400,
      maximum: 599,
      description: 'The HTTP status.',
    },
    detail: { type: 'string', description: 'What happened this time.' },
    instance: {
      type: 'string',
      description: 'URI reference of this occurrence.',
    },
    errors: {
      type: 'array',
      description: 'What is wrong with the request, place by place.',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: {
            type: 'string',
            description:
              'JSON Pointer into the body, or the name of a parameter.',
          },
          detail: { type: 'string' },
        },
      },
    },
  },
};

/** Refers to a component. */
export function reference(kind: string, name: string): JsonObject {
  return { $ref: `#/components/${kind}/${name}` };
}

const REQUEST_ID: JsonObject = reference('headers', 'RequestId');

interface ProblemText {
  name: string;
  status: number;
  title: string;
  description: string;
  headers?: JsonObject;
  errors?: JsonObject[];
}

const PROBLEMS: ProblemText[] = [
  {
    name: 'BadRequest',
    status: 400,
    title: 'Bad Request',
    description: 'The body is not JSON, or the request is not UTF-8.',
  },
  {
    name: 'Unauthorized',
    status: 401,
    title: 'Unauthorized',
    description:
      'The bearer token is missing, malformed, expired or not for this service.',
    headers: {
      'WWW-Authenticate': {
        description: 'The scheme to use.',
        schema: { type: 'string' },
      },
    },
  },
  {
    name: 'Forbidden',
    status: 403,
    title: 'Forbidden',
    description: 'The token does not allow this.',
  },
  {
    name: 'NotFound',
    status: 404,
    title: 'Not Found',
    description: 'Nothing has this id. A malformed id names nothing.',
  },
  {
    name: 'MethodNotAllowed',
    status: 405,
    title: 'Method Not Allowed',
    description:
      'The path does not have the method; Allow names those that it has.',
    headers: {
      Allow: {
        description: 'Every method of the path.',
        schema: { type: 'string' },
      },
    },
  },
  {
    name: 'Conflict',
    status: 409,
    title: 'Conflict',
    description:
      'Another row has this unique value, a reference is to nothing, or another row still refers to this one.',
  },
  {
    name: 'PreconditionFailed',
    status: 412,
    title: 'Precondition Failed',
    description:
      'If-Match is not the current ETag: someone else has changed the row.',
  },
  {
    name: 'ContentTooLarge',
    status: 413,
    title: 'Content Too Large',
    description: 'The body is over 1 MiB.',
  },
  {
    name: 'UnsupportedMediaType',
    status: 415,
    title: 'Unsupported Media Type',
    description: 'The body is not declared as JSON.',
  },
  {
    name: 'UnprocessableContent',
    status: 422,
    title: 'Unprocessable Content',
    description:
      'A parameter or a member of the body is malformed, unknown or missing.',
    errors: [{ pointer: '/name', detail: 'is required' }],
  },
  {
    name: 'ServiceUnavailable',
    status: 503,
    title: 'Service Unavailable',
    description: 'The database does not answer.',
  },
];

/** Statuses and the names of their components. */
export const PROBLEM_NAMES: ReadonlyMap<number, string> = new Map(
  PROBLEMS.map(problem => [problem.status, problem.name]),
);

function problemResponse(problem: ProblemText): JsonObject {
  const example: JsonObject = {
    type: 'about:blank',
    title: problem.title,
    status: problem.status,
    detail: problem.description,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  };
  return {
    description: problem.description,
    headers: { 'X-Request-ID': REQUEST_ID, ...problem.headers },
    content: {
      'application/problem+json': {
        schema: reference('schemas', 'Problem'),
        example,
      },
    },
  };
}

/** The components that every document has. */
export function sharedComponents(service: ServiceInfo): {
  [kind: string]: JsonObject;
} {
  const problems = PROBLEMS.filter(
    ({ status }) =>
      service.auth === 'jwt' || (status !== 401 && status !== 403),
  );
  return {
    schemas: { Problem: PROBLEM_SCHEMA },
    responses: Object.fromEntries(
      problems.map(problem => [problem.name, problemResponse(problem)]),
    ),
    headers: {
      RequestId: {
        description:
          'Id of the request in the logs: the X-Request-ID of the request, or a new one.',
        schema: { type: 'string' },
      },
      ETag: {
        description: 'Version of the row, for If-Match.',
        schema: { type: 'string' },
      },
      Location: {
        description: 'Path of the new row.',
        schema: { type: 'string' },
      },
    },
    parameters: {
      Page: {
        name: 'page',
        in: 'query',
        description: 'Page to answer, from 1.',
        schema: { type: 'integer', minimum: 1, maximum: 1_000_000, default: 1 },
      },
      Limit: {
        name: 'limit',
        in: 'query',
        description: 'Most items on the page.',
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      },
      Search: {
        name: 'q',
        in: 'query',
        description:
          'Answers the rows in which a searchable field holds this text, whatever the case.',
        schema: {
          type: 'string',
          ...(service.database === 'mongo'
            ? { maxLength: MAX_MONGO_SEARCH_LENGTH }
            : {}),
          pattern: '^[^\\u0000]*$',
        },
      },
    },
    ...(service.auth === 'jwt'
      ? {
          securitySchemes: {
            bearer: {
              type: 'http',
              scheme: 'bearer',
              bearerFormat: 'JWT',
              description: 'A token of the configured issuer for this service.',
            },
          },
        }
      : {}),
  };
}
