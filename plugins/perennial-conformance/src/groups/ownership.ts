import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { idsIn, readAll, readPage } from '../fixtures/pages';
import { Rows } from '../fixtures/Rows';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import type { Client } from '../http/Client';
import { expectSame, expectStatus, expectThat } from '../runner/expect';
import { expectProblem } from '../runner/problems';
import { SkipCheck } from '../runner/types';
import type { Check } from '../runner/types';

const group = 'ownership';

/** Rows that belong to their maker. */
export const ownership: CheckGroup = {
  id: group,
  title: 'Owned rows',
  checks: suite =>
    suite.model.entities
      .filter(entity => entity.owned)
      .flatMap(entity => entityChecks(suite, entity)),
};

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
    exclusive = false,
  ) => entityCheck({ suite, group, entity, name, run, exclusive });
  const referring = suite.model.entities.flatMap(source =>
    source.relations
      .filter(relation => relation.target.name === entity.name)
      .map(relation => ({ source, relation })),
  );
  return [
    check("another user's row is 404 in every operation", async context => {
      const { rows } = context;
      const other = otherClient(suite);
      const row = await rows.make(entity);
      expectProblem(await other.get(row.path), 404);
      expectProblem(await other.put(row.path, row.sent), 404);
      expectProblem(await other.patch(row.path, {}), 404);
      expectProblem(
        await other.patch(row.path, {}, { 'If-Match': '"x"' }),
        404,
      );
      expectProblem(await other.delete(row.path), 404);
      expectProblem(
        await other.delete(row.path, { 'If-Match': row.etag }),
        404,
      );
      expectSame(
        'the row',
        (await suite.client.get(row.path)).body,
        row.object,
      );
    }),
    check(
      'lists and totals hold own rows only',
      async ({ rows }) => {
        const other = otherClient(suite);
        const before = await readPage(other, entity);
        const row = await rows.make(entity);
        const after = await readPage(other, entity);
        expectSame(
          "another user's total",
          after.total,
          before.total,
          after.exchange,
        );
        expectThat(
          !idsIn(await readAll(other, entity)).includes(row.id),
          "another user's row is listed",
        );
        for (const field of entity.fields.filter(one => one.filterable)) {
          const found = await readAll(other, entity, [
            [field.name, String(row.object[field.name])],
          ]);
          expectThat(
            !idsIn(found).includes(row.id),
            `another user's row is found by "${field.name}"`,
          );
        }
      },
      true,
    ),
    check('the owner is the caller, whatever the body says', async context => {
      const { rows } = context;
      const other = otherClient(suite);
      for (const name of ['owner_id', 'owner', 'ownerId', 'user_id']) {
        if (entity.fields.some(field => field.name === name)) {
          continue;
        }
        const body = await rows.body(entity, { [name]: 'conformance-b' });
        expectProblem(await suite.client.post(entity.path, body), 422);
      }
      const row = await rows.make(entity);
      expectThat(!('owner_id' in row.object), 'the owner is answered', {
        received: row.object,
      });
      expectProblem(await other.get(row.path), 404);
    }),
    ...entity.fields
      .filter(field => field.unique)
      .map(field =>
        check(
          `"${field.name}" of another user's row answers 201 or 409`,
          async ({ rows }) => {
            const row = await rows.make(entity);
            const theirs = Rows.create({ suite, client: otherClient(suite) });
            try {
              const body = await theirs.body(entity, {
                [field.name]: row.object[field.name],
              });
              const answer = await otherClient(suite).post(entity.path, body);
              // Unique for all or for the owner: the contract leaves it open.
              expectStatus(answer, 201, 409);
              if (answer.status === 201) {
                theirs.adopt(entity, answer, body, otherClient(suite));
              }
            } finally {
              await theirs.cleanUp();
            }
          },
        ),
      ),
    ...referring.map(({ source, relation }) =>
      check(
        `${source.name} "${relation.wireName}" to another user's row answers 409`,
        async ({ rows }) => {
          const row = await rows.make(entity);
          const other = otherClient(suite);
          const theirs = Rows.create({ suite, client: other });
          try {
            const body = await theirs.body(source, {
              [relation.wireName]:
                relation.kind === 'manyToMany' ? [row.id] : row.id,
            });
            const answer = await other.post(source.path, body);
            if (answer.status === 201) {
              theirs.adopt(source, answer, body, other);
            }
            expectProblem(answer, 409);
          } finally {
            await theirs.cleanUp();
          }
        },
      ),
    ),
    check(
      'an admin sees, changes and deletes all rows',
      async ({ rows, values }) => {
        const { adminToken } = suite.identities;
        if (!adminToken) {
          throw new SkipCheck('there is no token of an admin');
        }
        const admin = suite.client.as(adminToken);
        const row = await rows.make(entity);
        expectStatus(await admin.get(row.path), 200);
        expectThat(
          idsIn(await readAll(admin, entity)).includes(row.id),
          'an admin does not see the row in the list',
        );
        const [field] = entity.fields;
        const patch = field ? { [field.name]: values.fresh(field) } : {};
        expectStatus(await admin.patch(row.path, patch), 200);
        // The change of an admin does not make the row theirs.
        expectStatus(await suite.client.get(row.path), 200);
        expectStatus(await admin.delete(row.path), 204);
        expectProblem(await suite.client.get(row.path), 404);
      },
    ),
  ];
}

function otherClient(suite: Suite): Client {
  const { otherToken } = suite.identities;
  if (!otherToken) {
    throw new SkipCheck('there is no token of a second user');
  }
  return suite.client.as(otherToken);
}
