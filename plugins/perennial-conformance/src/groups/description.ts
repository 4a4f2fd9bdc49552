import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import type { CheckGroup, Suite } from '../fixtures/Suite';
import type { PublishedApi } from '../openapi/PublishedApi';
import { expectSame, expectThat, isObject } from '../runner/expect';
import { CheckFailure } from '../runner/types';
import type { Check } from '../runner/types';

const group = 'openapi';

/** Statuses that each operation must describe, where it can answer them. */
const STATUSES: Record<string, number[]> = {
  'collection get': [200, 422, 503],
  'collection post': [201, 400, 413, 415, 422, 503],
  'row get': [200, 404, 503],
  'row put': [200, 400, 404, 412, 413, 415, 422, 503],
  'row patch': [200, 400, 404, 412, 413, 415, 422, 503],
  'row delete': [204, 404, 412, 503],
};

/** The OpenAPI document. */
export const description: CheckGroup = {
  id: group,
  title: 'The OpenAPI document',
  checks: suite => [
    ...suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
    {
      group,
      name: 'every path of the API belongs to an entity',
      run: async () => {
        const known = suite.model.entities.map(entity => entity.path);
        const others = Object.keys(published(suite).paths).filter(
          path =>
            path.startsWith('/api/') &&
            !known.some(one => path === one || path.startsWith(`${one}/{`)),
        );
        expectSame('other paths', others, []);
      },
    },
    {
      group,
      name: 'operation ids are there and unique',
      run: async () => {
        const ids = Object.values(published(suite).paths).flatMap(item =>
          Object.values(item).flatMap(operation =>
            isObject(operation) && isObject(operation.responses)
              ? [String(operation.operationId)]
              : [],
          ),
        );
        expectSame(
          'the number of different ids',
          new Set(ids).size,
          ids.length,
        );
        expectThat(
          !ids.includes('undefined'),
          'an operation has no operationId',
        );
      },
    },
  ],
};

function published(suite: Suite): PublishedApi {
  if (!suite.api) {
    throw new CheckFailure('/openapi.json could not be read as JSON');
  }
  return suite.api;
}

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (name: string, run: (api: PublishedApi) => void): Check => ({
    group,
    entity: entity.name,
    name,
    run: async () => run(published(suite)),
  });
  const rowPath = (api: PublishedApi) =>
    Object.keys(api.paths).find(path =>
      new RegExp(`^${entity.path}/\\{[^}/]+\\}$`).test(path),
    ) ?? `${entity.path}/{id}`;
  const conflicts =
    entity.relations.length > 0 || entity.fields.some(field => field.unique);
  const restricted = entity.inverses.some(
    ({ relation }) =>
      relation.kind !== 'manyToMany' && relation.onDelete === 'restrict',
  );
  const operations: [string, string, (api: PublishedApi) => string][] =
    Object.keys(STATUSES).map(key => {
      const [place, method] = key.split(' ');
      return [
        key,
        method,
        api => (place === 'row' ? rowPath(api) : entity.path),
      ];
    });
  return [
    ...operations.map(([key, method, path]) =>
      check(`${key} describes each of its statuses`, api => {
        expectThat(
          api.operation(path(api), method),
          'the operation is missing',
          {
            expected: `${method} ${path(api)}`,
          },
        );
        const expected = [
          ...STATUSES[key],
          ...(suite.identities.secured ? [401] : []),
          ...(conflicts && ['post', 'put', 'patch'].includes(method)
            ? [409]
            : []),
          ...(restricted && method === 'delete' ? [409] : []),
        ];
        expectSame(
          'missing statuses',
          expected.filter(status => !api.response(path(api), method, status)),
          [],
        );
      }),
    ),
    check('errors are described as application/problem+json', api => {
      for (const [, method, path] of operations) {
        const responses = api.operation(path(api), method)?.responses;
        for (const status of Object.keys(
          isObject(responses) ? responses : {},
        )) {
          if (Number(status) >= 400) {
            const content = api.response(
              path(api),
              method,
              Number(status),
            )?.content;
            expectSame(
              `the content of ${method} ${path(api)} ${status}`,
              Object.keys(isObject(content) ? content : {}),
              ['application/problem+json'],
            );
          }
        }
      }
    }),
    check('If-Match is described in words, not as a parameter', api => {
      for (const method of ['put', 'patch', 'delete']) {
        const operation = api.operation(rowPath(api), method) ?? {};
        const names = [
          operation.parameters,
          api.paths[rowPath(api)]?.parameters,
        ]
          .flatMap(list => (Array.isArray(list) ? list : []))
          .map(parameter => String(api.follow(parameter)?.name).toLowerCase());
        expectThat(!names.includes('if-match'), 'If-Match is a parameter', {
          received: names,
        });
        expectThat(
          JSON.stringify([
            operation,
            api.response(rowPath(api), method, 412),
          ]).includes('If-Match'),
          `${method} does not speak of If-Match`,
        );
      }
    }),
    check('the parameters of the list are those that it takes', api => {
      const operation = api.operation(entity.path, 'get') ?? {};
      const names = (
        Array.isArray(operation.parameters) ? operation.parameters : []
      )
        .map(parameter => String(api.follow(parameter)?.name))
        .map(name => name.replace(/\[.*$/, ''));
      const expected = [
        'page',
        'limit',
        'sort',
        ...(entity.searchable.length > 0 ? ['q'] : []),
        ...entity.fields
          .filter(field => field.filterable)
          .map(field => field.name),
        ...entity.relations
          .filter(relation => relation.kind !== 'manyToMany')
          .map(relation => relation.wireName),
      ];
      expectSame('the names', [...new Set(names)].sort(), expected.sort());
    }),
    check('request bodies have examples that satisfy their schemas', api => {
      for (const [path, method] of [
        [entity.path, 'post'],
        [rowPath(api), 'put'],
        [rowPath(api), 'patch'],
      ]) {
        examplesFit(api, path, method);
      }
    }),
    ...(suite.identities.secured
      ? [
          check('operations are described as needing a token', api => {
            for (const [, method, path] of operations) {
              const security =
                api.operation(path(api), method)?.security ??
                api.document.security;
              expectThat(
                Array.isArray(security) && security.length > 0,
                `${method} ${path(api)} is described as open`,
              );
            }
          }),
        ]
      : []),
  ];
}

function examplesFit(api: PublishedApi, path: string, method: string): void {
  const body = api.follow(api.operation(path, method)?.requestBody);
  const content = isObject(body?.content) ? body.content : {};
  const media = content['application/json'];
  expectThat(isObject(media), `${method} ${path} describes no JSON body`);
  const schema = api.follow(media.schema);
  const listed = isObject(media.examples)
    ? Object.values(media.examples).map(one => api.follow(one)?.value)
    : [];
  const examples = [
    ...listed,
    ...('example' in media ? [media.example] : []),
    ...(Array.isArray(schema?.examples) ? schema.examples : []),
  ];
  expectThat(
    examples.length > 0,
    `${method} ${path} has no example of its body`,
  );
  for (const example of examples) {
    const fault = api.validate(media.schema, example);
    expectThat(!fault, `an example of ${method} ${path} breaks its schema`, {
      expected: fault,
      received: example,
    });
  }
}
