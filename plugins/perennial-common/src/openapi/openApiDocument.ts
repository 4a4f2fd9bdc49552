import type { ResolvedEntity, ResolvedModel } from '../resolve/types';
import type { JsonObject } from '../wire/types';
import { reference, sharedComponents } from './components';
import { exampleBody, exampleObject } from './examples';
import { entityPaths, type ComponentNames } from './operations';
import type { ServiceInfo } from './types';

/** Version of OpenAPI that documents are written in. @public */
export const OPENAPI_VERSION = '3.1.0';

function pageSchema(entity: ResolvedEntity): JsonObject {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['items', 'page', 'limit', 'total'],
    properties: {
      items: { type: 'array', items: reference('schemas', entity.pascal) },
      page: { type: 'integer', minimum: 1 },
      limit: { type: 'integer', minimum: 1, maximum: 100 },
      total: { type: 'integer', minimum: 0, description: 'Rows on all pages.' },
    },
  };
}

/**
 * Names of an entity's schemas. "Landing" and "Landing page" are two entities
 * whose schemas would meet; then the derived one gives way.
 */
function componentNames(
  model: ResolvedModel,
): Map<ResolvedEntity, ComponentNames> {
  const taken = new Set(model.entities.map(entity => entity.pascal));
  const free = (name: string) => (taken.has(name) ? `${name}Schema` : name);
  return new Map(
    model.entities.map(entity => [
      entity,
      {
        read: entity.pascal,
        create: free(`${entity.pascal}Create`),
        update: free(`${entity.pascal}Update`),
        page: free(`${entity.pascal}Page`),
      },
    ]),
  );
}

function entityComponents(
  entity: ResolvedEntity,
  names: ComponentNames,
): JsonObject {
  const about: JsonObject =
    entity.description === '' ? {} : { description: entity.description };
  const { read, create, update } = entity.schemas;
  return {
    [names.read]: { ...read, ...about, examples: [exampleObject(entity)] },
    [names.create]: { ...create, examples: [exampleBody(entity, 0)] },
    [names.update]: update,
    [names.page]: pageSchema(entity),
  };
}

function healthPath(
  id: string,
  summary: string,
  service: ServiceInfo,
  unavailable: boolean,
): JsonObject {
  const headers = { 'X-Request-ID': reference('headers', 'RequestId') };
  return {
    get: {
      operationId: id,
      tags: ['Health'],
      summary,
      ...(service.auth === 'jwt' ? { security: [] } : {}),
      responses: {
        '200': {
          description: 'It is.',
          headers,
          content: {
            'application/json': {
              schema: { type: 'object' },
              example: { status: 'ok' },
            },
          },
        },
        '405': reference('responses', 'MethodNotAllowed'),
        ...(unavailable
          ? { '503': reference('responses', 'ServiceUnavailable') }
          : {}),
      },
    },
  };
}

/**
 * The OpenAPI 3.1 document of a service over a model.
 *
 * @public
 */
export function openApiDocument(
  model: ResolvedModel,
  service: ServiceInfo,
): JsonObject {
  const shared = sharedComponents(service);
  const schemas: JsonObject = { ...shared.schemas };
  const paths: JsonObject = {};
  for (const [entity, names] of componentNames(model)) {
    Object.assign(schemas, entityComponents(entity, names));
    Object.assign(paths, entityPaths({ entity, names, service }));
  }
  const tags = model.entities.map(
    (entity): JsonObject => ({
      name: entity.plural.title,
      description:
        entity.description === ''
          ? `Everything about ${entity.plural.title.toLowerCase()}.`
          : entity.description,
    }),
  );
  return {
    openapi: OPENAPI_VERSION,
    info: {
      title: service.title,
      description: service.description,
      version: service.version,
    },
    servers: [
      { url: '/', description: 'The host that this document comes from.' },
    ],
    tags: [
      ...tags,
      {
        name: 'Health',
        description: 'Whether the service runs and can answer.',
      },
    ],
    ...(service.auth === 'jwt' ? { security: [{ bearer: [] }] } : {}),
    paths: {
      ...paths,
      '/health/live': healthPath(
        'isLive',
        'Whether the process runs',
        service,
        false,
      ),
      '/health/ready': healthPath(
        'isReady',
        'Whether the service and its database answer',
        service,
        true,
      ),
    },
    components: { ...shared, schemas },
  };
}
