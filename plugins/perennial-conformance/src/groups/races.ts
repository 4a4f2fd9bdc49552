import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { entityOf, toOneRelations } from '../fixtures/entities';
import {
  expectObject,
  expectSame,
  expectStatus,
  expectThat,
} from '../runner/expect';
import type { Check } from '../runner/types';

const group = 'races';
const CONTENDERS = 8;
const ROUNDS = 3;

/** Requests at the same time. */
export const races: CheckGroup = {
  id: group,
  title: 'Requests at the same time',
  checks: suite =>
    suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
};

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => entityCheck({ suite, group, entity, name, run, exclusive: true });
  const field = entity.fields.find(
    one => !['boolean', 'json', 'object'].includes(one.type),
  );
  return [
    ...(field
      ? [
          check(
            'one of several PATCHes with the same If-Match wins',
            async context => {
              const { rows, client, values } = context;
              const row = await rows.make(entity);
              const contenders = values
                .distinct(field, CONTENDERS + 1)
                .filter(value => value !== row.object[field.name])
                .slice(0, CONTENDERS);
              const answers = await Promise.all(
                contenders.map(value =>
                  client.patch(
                    row.path,
                    { [field.name]: value },
                    { 'If-Match': row.etag },
                  ),
                ),
              );
              expectSame(
                'the statuses',
                answers.map(answer => answer.status).sort(),
                [200, ...Array(contenders.length - 1).fill(412)],
              );
              const winner = answers.find(answer => answer.status === 200);
              const read = await client.get(row.path);
              expectSame('the row', read.body, winner?.body, read);
            },
          ),
        ]
      : []),
    check('one of several DELETEs wins', async ({ rows, client }) => {
      const row = await rows.make(entity);
      const answers = await Promise.all(
        Array.from({ length: CONTENDERS }, () => client.delete(row.path)),
      );
      expectSame('the statuses', answers.map(answer => answer.status).sort(), [
        204,
        ...Array(CONTENDERS - 1).fill(404),
      ]);
    }),
    ...toOneRelations(entity).map(relation =>
      check(
        `"${relation.wireName}" leads to a row, even where that is deleted meanwhile`,
        async ({ rows, client }) => {
          const target = entityOf(suite, relation.target);
          for (let round = 0; round < ROUNDS; round += 1) {
            const parent = await rows.make(target);
            const body = await rows.body(entity, {
              [relation.wireName]: parent.id,
            });
            const [created, deleted] = await Promise.all([
              client.post(entity.path, body),
              client.delete(parent.path),
            ]);
            expectStatus(created, 201, 409);
            expectStatus(deleted, 204, 409);
            if (created.status !== 201) {
              continue;
            }
            const row = rows.adopt(entity, created, body);
            const read = await client.get(row.path);
            if (read.status === 200) {
              const id = expectObject(read)[relation.wireName];
              const there = await client.get(parent.path);
              expectThat(
                id === null || id === undefined || there.status === 200,
                'a row refers to a deleted row',
                { expected: 'null, or a row', received: id, exchange: read },
              );
            }
          }
        },
      ),
    ),
  ];
}
