import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { absentId, malformedIds, requiredNames } from '../fixtures/entities';
import { RawJson, wireText } from '../http/wire';
import { expectThat } from '../runner/expect';
import { expectInvalid, expectProblem, pointerTo } from '../runner/problems';
import type { Check } from '../runner/types';

const group = 'errors';
const METHODS_OF_COLLECTION = ['GET', 'POST'];
const METHODS_OF_ROW = ['GET', 'PUT', 'PATCH', 'DELETE'];
const ALL_METHODS = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'TRACE',
  'PROPFIND',
];

/** Problem details, one status after the other. */
export const errors: CheckGroup = {
  id: group,
  title: 'Errors',
  checks: suite => [
    ...serviceChecks(suite),
    ...suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
  ],
};

function serviceChecks(suite: Suite): Check[] {
  const paths = [
    '/no-such-path',
    '/api/v1/no-such-things',
    '/api/v1/no-such-things/1',
    '/api/v2/no-such-things',
    '/api/v1/__proto__',
    '/api/v1/constructor',
    '/..%2f..%2fetc%2fpasswd',
    '/.env',
    '/package.json',
  ];
  return [
    ...paths.map(path => ({
      group,
      name: `GET ${path} answers 404 as a problem`,
      run: async () => {
        expectProblem(await suite.client.get(path), 404);
      },
    })),
    ...['/health/live', '/health/ready', '/metrics', '/openapi.json'].map(
      path => ({
        group,
        name: `POST ${path} answers 405 with Allow`,
        run: async () => {
          await refusesMethod(suite, 'POST', path, ['GET']);
        },
      }),
    ),
  ];
}

async function refusesMethod(
  suite: Suite,
  method: string,
  path: string,
  allowed: string[],
): Promise<void> {
  const answer = expectProblem(
    await suite.client.send({ method, target: path }),
    405,
  );
  const named = (answer.headers.allow ?? '')
    .split(',')
    .map(one => one.trim().toUpperCase());
  const wrong = named.filter(
    one =>
      one !== '' &&
      !allowed.includes(one) &&
      !['HEAD', 'OPTIONS'].includes(one),
  );
  expectThat(
    allowed.every(one => named.includes(one)) && wrong.length === 0,
    'Allow does not name the methods of the path',
    {
      expected: allowed.join(', '),
      received: answer.headers.allow,
      exchange: answer,
    },
  );
}

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => entityCheck({ suite, group, entity, name, run });
  const { path } = entity;
  const rowPath = `${path}/${absentId(entity)}`;
  const disallowed = (methods: string[]) =>
    ALL_METHODS.filter(method => !methods.includes(method));
  return [
    ...disallowed(METHODS_OF_COLLECTION).map(method =>
      check(`${method} of the collection answers 405 with Allow`, async () =>
        refusesMethod(suite, method, path, METHODS_OF_COLLECTION),
      ),
    ),
    ...disallowed(METHODS_OF_ROW).map(method =>
      check(`${method} of a row answers 405 with Allow`, async () =>
        refusesMethod(suite, method, rowPath, METHODS_OF_ROW),
      ),
    ),
    check('POST to a malformed id answers 405', async () =>
      refusesMethod(suite, 'POST', `${path}/not-an-id`, METHODS_OF_ROW),
    ),
    check('malformed ids name nothing: 404', async ({ client, rows }) => {
      const body = await rows.body(entity);
      for (const [index, id] of malformedIds(entity).entries()) {
        const target = `${path}/${id}`;
        expectProblem(await client.get(target), 404);
        // The methods that change a row take turns.
        const changes = [
          () => client.delete(target),
          () => client.patch(target, {}),
          () => client.put(target, body),
        ];
        expectProblem(await changes[index % changes.length](), 404);
      }
    }),
    check('an id that is no UTF-8 answers 404 or 400', async ({ client }) => {
      for (const id of ['%ff', '%c3%28', '%', '%zz', '%E0%A4%A']) {
        expectProblem(await client.get(`${path}/${id}`), 404, 400);
      }
    }),
    check('a path below a row answers 404', async ({ client }) => {
      expectProblem(await client.get(`${rowPath}/more`), 404);
    }),
    check('an unknown property answers 422', async context => {
      await refusesProperty(context, 'no_such_property');
    }),
    ...[
      'id',
      'created_at',
      'updated_at',
      'deleted_at',
      'owner_id',
      'constructor',
    ].map(name =>
      check(`"${name}" in a body answers 422`, async context => {
        await refusesProperty(context, name);
      }),
    ),
    check('__proto__ in a body answers 422', async ({ rows, client }) => {
      const body = await rows.body(entity);
      const text = wireText(body).replace(
        /\}$/,
        `${
          Object.keys(body).length > 0 ? ',' : ''
        }"__proto__":{"polluted":true}}`,
      );
      expectProblem(await client.post(path, new RawJson(text)), 422);
      expectProblem(await client.put(rowPath, new RawJson(text)), 422);
      expectProblem(
        await client.patch(
          rowPath,
          new RawJson('{"__proto__":{"polluted":true}}'),
        ),
        422,
      );
    }),
    check(
      'a name in another case is unknown: 422',
      async ({ rows, client }) => {
        const body = await rows.body(entity);
        const [name] = [...entity.fields, ...entity.relations].map(member =>
          'wireName' in member ? member.wireName : member.name,
        );
        const other =
          name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
        expectInvalid(
          await client.post(path, { ...body, [other]: body[name] ?? null }),
          pointerTo(other),
        );
      },
    ),
    ...requiredNames(entity).map(name =>
      check(
        `POST without "${name}" answers 422 with a pointer to it`,
        async context => {
          const { [name]: _left, ...rest } = await context.rows.body(entity);
          expectInvalid(await context.client.post(path, rest), pointerTo(name));
        },
      ),
    ),
    check('a body that is no object answers 422', async ({ client }) => {
      for (const text of ['[]', '[{}]', '"text"', '1', 'true', 'null']) {
        expectProblem(await client.post(path, new RawJson(text)), 422);
        expectProblem(await client.put(rowPath, new RawJson(text)), 422);
        expectProblem(await client.patch(rowPath, new RawJson(text)), 422);
      }
    }),
    check('nesting deeper than 64 answers 422', async ({ client }) => {
      for (const depth of [66, 5000, 100_000]) {
        const text = `{"x":${'['.repeat(depth)}${']'.repeat(depth)}}`;
        expectProblem(await client.post(path, new RawJson(text)), 422);
      }
    }),
    check('several faults are all pointed to', async ({ rows, client }) => {
      const body = await rows.body(entity);
      const answer = await client.post(path, {
        ...body,
        unknown_a: 1,
        unknown_b: 2,
      });
      expectInvalid(answer, '/unknown_a');
      expectInvalid(answer, '/unknown_b');
    }),
  ];
}

async function refusesProperty(
  { entity, rows, client }: EntityContext,
  name: string,
): Promise<void> {
  const taken = [
    ...entity.fields.map(field => field.name),
    ...entity.relations.map(relation => relation.wireName),
  ];
  if (taken.includes(name)) {
    return;
  }
  const body = await rows.body(entity);
  const extra = { [name]: 'x' };
  expectInvalid(
    await client.post(entity.path, { ...body, ...extra }),
    pointerTo(name),
  );
  const row = await rows.make(entity);
  expectInvalid(await client.patch(row.path, extra), pointerTo(name));
  expectInvalid(
    await client.put(row.path, { ...row.sent, ...extra }),
    pointerTo(name),
  );
}
