import type { ResolvedEntity } from '../resolve/types';
import { idSchema } from '../wire/schemaParts';
import type { JsonObject } from '../wire/types';
import { PROBLEM_NAMES, reference } from './components';
import { exampleBody, exampleObject, examplePatch } from './examples';
import { listParameters } from './listParameters';
import type { ServiceInfo } from './types';

const REQUEST_ID = { 'X-Request-ID': reference('headers', 'RequestId') };
const WITH_ETAG = { ...REQUEST_ID, ETag: reference('headers', 'ETag') };
const IF_MATCH =
  'With If-Match, it happens only where the row still has that ETag.';

/** What the schemas of an entity are called in the document. */
export interface ComponentNames {
  read: string;
  create: string;
  update: string;
  page: string;
}

interface Resource {
  entity: ResolvedEntity;
  names: ComponentNames;
  service: ServiceInfo;
}

/** Statuses of a request with a body that is refused before its row is looked at. */
const BODY_PROBLEMS = [400, 413, 415, 422];

function problems(service: ServiceInfo, statuses: number[]): JsonObject {
  const all = [
    ...statuses,
    405,
    503,
    ...(service.auth === 'jwt' ? [401, 403] : []),
  ];
  const sorted = [...new Set(all)].sort((left, right) => left - right);
  return Object.fromEntries(
    sorted.map(status => [
      String(status),
      reference('responses', PROBLEM_NAMES.get(status) ?? ''),
    ]),
  );
}

function json(schema: JsonObject, example: JsonObject): JsonObject {
  return { 'application/json': { schema, example } };
}

/** Where to go on from a row that is at hand. */
function links(entity: ResolvedEntity): JsonObject {
  const parameters = { id: '$response.body#/id' };
  return Object.fromEntries(
    ['get', 'replace', 'update', 'delete'].map(verb => [
      `${verb}${entity.pascal}`,
      {
        operationId: `${verb}${entity.pascal}`,
        parameters,
        description: `The ${entity.title} in this answer.`,
      },
    ]),
  );
}

function noun(entity: ResolvedEntity): string {
  return entity.title.charAt(0).toLowerCase() + entity.title.slice(1);
}

function article(word: string): string {
  return /^[aeio]/.test(word) ? `an ${word}` : `a ${word}`;
}

function collection({ entity, names, service }: Resource): JsonObject {
  const read = reference('schemas', names.read);
  const name = noun(entity);
  const many =
    entity.plural.title.charAt(0).toLowerCase() + entity.plural.title.slice(1);
  const owned = entity.owned
    ? ' Answers the caller’s own only; the role admin sees all.'
    : '';
  return {
    get: {
      operationId: `list${entity.plural.pascal}`,
      tags: [entity.plural.title],
      summary: `List ${many}`,
      description: `Lists ${many} page by page.${owned}`,
      parameters: listParameters(entity),
      responses: {
        '200': {
          description: `A page of ${many}.`,
          headers: REQUEST_ID,
          content: json(reference('schemas', names.page), {
            items: [exampleObject(entity)],
            page: 1,
            limit: 20,
            total: 1,
          }),
        },
        ...problems(service, [400, 422]),
      },
    },
    post: {
      operationId: `create${entity.pascal}`,
      tags: [entity.plural.title],
      summary: `Create ${article(name)}`,
      description: `Creates ${article(name)}.`,
      requestBody: {
        required: true,
        content: json(
          reference('schemas', names.create),
          exampleBody(entity, 0),
        ),
      },
      responses: {
        '201': {
          description: `The new ${name}.`,
          headers: { ...WITH_ETAG, Location: reference('headers', 'Location') },
          content: json(read, exampleObject(entity)),
          links: links(entity),
        },
        ...problems(service, [...BODY_PROBLEMS, 409]),
      },
    },
  };
}

function itemOperation(
  { entity, names, service }: Resource,
  verb: string,
  statuses: number[],
) {
  const name = noun(entity);
  return {
    operationId: `${verb}${entity.pascal}`,
    tags: [entity.plural.title],
    summary: `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${article(name)}`,
    answer: {
      '200': {
        description: `The ${name}.`,
        headers: WITH_ETAG,
        content: json(reference('schemas', names.read), exampleObject(entity)),
      },
      ...problems(service, [400, 404, ...statuses]),
    } as JsonObject,
  };
}

function item(resource: Resource): JsonObject {
  const { entity, names } = resource;
  const name = noun(entity);
  const get = itemOperation(resource, 'get', []);
  const replace = itemOperation(resource, 'replace', [
    ...BODY_PROBLEMS,
    409,
    412,
  ]);
  const update = itemOperation(resource, 'update', [
    ...BODY_PROBLEMS,
    409,
    412,
  ]);
  const remove = itemOperation(resource, 'delete', [409, 412]);
  const { '200': _found, ...refused } = remove.answer;
  const patch = json(reference('schemas', names.update), examplePatch(entity));
  const about = ({ answer: _answer, ...operation }: typeof get) => operation;
  return {
    parameters: [
      {
        name: 'id',
        in: 'path',
        required: true,
        description: `Id of the ${name}.`,
        schema: idSchema(entity.id),
      },
    ],
    get: {
      ...about(get),
      description: `Answers the ${name} with this id.`,
      responses: get.answer,
    },
    put: {
      ...about(replace),
      description: `Replaces all members of the ${name}: one that is left out becomes its default or null. ${IF_MATCH}`,
      requestBody: {
        required: true,
        content: json(
          reference('schemas', names.create),
          exampleBody(entity, 1),
        ),
      },
      responses: replace.answer,
    },
    patch: {
      ...about(update),
      description: `Changes the members of the ${name} that the body names, as a JSON merge patch (RFC 7396): null clears one. ${IF_MATCH}`,
      requestBody: {
        required: true,
        content: {
          ...patch,
          'application/merge-patch+json': patch['application/json'],
        },
      },
      responses: update.answer,
    },
    delete: {
      ...about(remove),
      description: `Deletes the ${name}. ${IF_MATCH}`,
      responses: {
        '204': { description: `The ${name} is gone.`, headers: REQUEST_ID },
        ...refused,
      },
    },
  };
}

/** The two paths of an entity. */
export function entityPaths(resource: Resource): JsonObject {
  const { path } = resource.entity;
  return { [path]: collection(resource), [`${path}/{id}`]: item(resource) };
}
