import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { expectStored } from '../fixtures/comparing';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { absentId, optionalFields, requiredNames } from '../fixtures/entities';
import {
  expectObject,
  expectSame,
  expectStatus,
  expectThat,
} from '../runner/expect';
import { expectInvalid, expectProblem, pointerTo } from '../runner/problems';
import type { Check } from '../runner/types';
import { sameOnWire } from '../values/sameOnWire';

const group = 'operations';
const STRONG_ETAG = /^"[\x21\x23-\x7e\x80-\xff]*"$/;

/** Create, read, replace and delete. */
export const operations: CheckGroup = {
  id: group,
  title: 'The operations on a resource',
  checks: suite =>
    suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
};

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => entityCheck({ suite, group, entity, name, run });
  return [
    check('POST answers 201 with the object', async ({ rows, client }) => {
      const sent = await rows.body(entity);
      const created = expectStatus(await client.post(entity.path, sent), 201);
      rows.adopt(entity, created, sent);
      expectStored(entity, created, sent);
    }),
    check('POST answers a Location where the object is', locationLeads),
    check('POST answers a strong ETag, the one that GET answers', etags),
    check('GET of a row answers 200 with what POST answered', async context => {
      const row = await context.rows.make(entity);
      const read = expectStatus(await context.client.get(row.path), 200);
      expectSame('the object', read.body, row.object, read);
    }),
    check('an ETag changes with the row, and only then', etagChanges),
    check('PUT answers 200 and replaces', async ({ rows, client }) => {
      const row = await rows.make(entity);
      const sent = await rows.body(entity);
      const replaced = expectStatus(await client.put(row.path, sent), 200);
      expectStored(entity, replaced, sent);
      expectStored(entity, await client.get(row.path), sent);
      expectSame('the id', expectObject(replaced).id, row.id, replaced);
    }),
    check('PUT resets what is left out', putResets),
    ...requiredNames(entity).map(name =>
      check(`PUT without "${name}" answers 422`, async ({ rows, client }) => {
        const row = await rows.make(entity);
        const { [name]: _left, ...rest } = await rows.body(entity);
        expectInvalid(await client.put(row.path, rest), pointerTo(name));
        expectSame(
          'the row after a refused PUT',
          (await client.get(row.path)).body,
          row.object,
        );
      }),
    ),
    check(
      'PUT to no row answers 404 and makes none',
      async ({ rows, client }) => {
        const path = `${entity.path}/${absentId(entity)}`;
        expectProblem(await client.put(path, await rows.body(entity)), 404);
        expectProblem(await client.get(path), 404);
      },
    ),
    ...(entity.timestamps
      ? [check('a change moves updated_at only', moves)]
      : []),
    check('DELETE answers 204 without content, then 404', async context => {
      const { rows, client } = context;
      const row = await rows.make(entity);
      const gone = expectStatus(await client.delete(row.path), 204);
      expectSame('the content of a 204', gone.text, '', gone);
      expectProblem(await client.get(row.path), 404);
      expectProblem(await client.delete(row.path), 404);
      expectProblem(await client.patch(row.path, {}), 404);
    }),
    check('DELETE of no row answers 404', async ({ client }) => {
      expectProblem(
        await client.delete(`${entity.path}/${absentId(entity)}`),
        404,
      );
    }),
    check('GET of no row answers 404', async ({ client }) => {
      expectProblem(
        await client.get(`${entity.path}/${absentId(entity)}`),
        404,
      );
    }),
  ];
}

async function locationLeads(context: EntityContext): Promise<void> {
  const { entity, rows, client } = context;
  const sent = await rows.body(entity);
  const created = expectStatus(await client.post(entity.path, sent), 201);
  const row = rows.adopt(entity, created, sent);
  const { location } = created.headers;
  expectThat(location, 'the answer has no Location', { exchange: created });
  const path = new URL(location, `${client.baseUrl.origin}${entity.path}`);
  expectThat(
    path.pathname.endsWith(`${entity.path}/${row.id}`),
    'Location is not the path of the row',
    { expected: row.path, received: location, exchange: created },
  );
  expectStatus(await client.get(row.path), 200);
}

async function etags(context: EntityContext): Promise<void> {
  const { entity, rows, client } = context;
  const row = await rows.make(entity);
  expectThat(STRONG_ETAG.test(row.etag), 'POST answers no strong ETag', {
    expected: '"…"',
    received: row.etag,
  });
  const read = expectStatus(await client.get(row.path), 200);
  expectSame('the ETag of GET', read.headers.etag, row.etag, read);
}

async function etagChanges(context: EntityContext): Promise<void> {
  const { entity, rows, client } = context;
  const row = await rows.make(entity);
  const again = await client.get(row.path);
  expectSame(
    'the ETag of an unchanged row',
    again.headers.etag,
    row.etag,
    again,
  );
  const changed = expectStatus(
    await client.put(row.path, await rows.body(entity)),
    200,
  );
  const { etag } = changed.headers;
  expectThat(
    etag && STRONG_ETAG.test(etag) && etag !== row.etag,
    'the ETag of a changed row is not a new strong one',
    { expected: `other than ${row.etag}`, received: etag, exchange: changed },
  );
  const read = await client.get(row.path);
  expectSame('the ETag of GET after PUT', read.headers.etag, etag, read);
}

async function putResets(context: EntityContext): Promise<void> {
  const { entity, rows, client } = context;
  const row = await rows.make(entity);
  const references = Object.fromEntries(
    entity.relations
      .filter(relation => relation.required)
      .map(relation => [relation.wireName, row.object[relation.wireName]]),
  );
  const sent = await rows.leastBody(entity, references);
  const replaced = expectStatus(await client.put(row.path, sent), 200);
  const object = expectObject(replaced);
  for (const field of optionalFields(entity)) {
    const expected = field.hasDefault ? field.default : null;
    expectThat(
      sameOnWire(field, expected, object[field.name]),
      `"${field.name}" was left out of a PUT and is not reset`,
      {
        expected: expected ?? null,
        received: object[field.name] ?? null,
        exchange: replaced,
      },
    );
  }
  const read = await client.get(row.path);
  expectSame('GET after PUT', read.body, replaced.body, read);
}

async function moves(context: EntityContext): Promise<void> {
  const { entity, rows, client } = context;
  const row = await rows.make(entity);
  const changed = expectObject(
    expectStatus(await client.put(row.path, await rows.body(entity)), 200),
  );
  expectSame('created_at', changed.created_at, row.object.created_at);
  expectThat(
    Date.parse(String(changed.updated_at)) >=
      Date.parse(String(row.object.updated_at)),
    'updated_at went back',
    { expected: row.object.updated_at, received: changed.updated_at },
  );
}
