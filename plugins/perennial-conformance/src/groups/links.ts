import type {
  ResolvedEntity,
  ResolvedRelation,
} from '@perennial/plugin-perennial-common';
import { entityCheck } from '../fixtures/Suite';
import type { EntityContext, Suite } from '../fixtures/Suite';
import { absentId, entityOf } from '../fixtures/entities';
import type { Exchange } from '../http/types';
import { expectObject, expectSame, expectStatus } from '../runner/expect';
import { expectInvalid, expectProblem, pointerTo } from '../runner/problems';
import type { Check } from '../runner/types';
import { satisfies } from '../values/oracle';

/** Checks of a manyToMany relation: a set of ids without order. */
export function linkChecks(
  suite: Suite,
  entity: ResolvedEntity,
  relation: ResolvedRelation,
): Check[] {
  const { wireName } = relation;
  const target = entityOf(suite, relation.target);
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) =>
    entityCheck({
      suite,
      group: 'relations',
      entity,
      name: `"${wireName}" ${name}`,
      run,
    });
  const make = async ({ rows }: EntityContext, count: number) => {
    const ids: (string | number)[] = [];
    for (let made = 0; made < count; made += 1) {
      ids.push((await rows.make(target)).id);
    }
    return ids;
  };
  const expectSet = (answer: Exchange, ids: (string | number)[]) => {
    const received = expectObject(expectStatus(answer, 200))[wireName];
    expectSame(
      `the set "${wireName}"`,
      Array.isArray(received) ? [...received].sort() : received,
      [...ids].sort(),
      answer,
    );
  };
  const emptyAllowed = !relation.required && satisfies(relation.schema, []);
  return [
    check('is a set that can be made, changed and read', async context => {
      const { rows, client } = context;
      const [one, two, three] = await make(context, 3);
      const row = await rows.make(entity, { [wireName]: [one, two] });
      expectSet(await client.get(row.path), [two, one]);
      expectSet(await client.patch(row.path, { [wireName]: [three, one] }), [
        one,
        three,
      ]);
      expectSet(await client.get(row.path), [one, three]);
      const body = { ...row.sent, [wireName]: [two] };
      expectSet(await client.put(row.path, body), [two]);
      expectSet(await client.patch(row.path, {}), [two]);
    }),
    check('is listed as it is read', async context => {
      const { rows, client } = context;
      const ids = await make(context, 2);
      const row = await rows.make(entity, { [wireName]: ids });
      expectSet(await client.get(row.path), ids);
      expectSame('POST and GET', (await client.get(row.path)).body, row.object);
    }),
    ...(emptyAllowed
      ? [
          check(
            'is emptied by an empty set, and by a PUT without it',
            async context => {
              const { rows, client } = context;
              const ids = await make(context, 1);
              const row = await rows.make(entity, { [wireName]: ids });
              expectSet(await client.patch(row.path, { [wireName]: [] }), []);
              expectSet(await client.patch(row.path, { [wireName]: ids }), ids);
              const { [wireName]: _left, ...rest } = row.sent;
              expectSet(await client.put(row.path, rest), []);
            },
          ),
        ]
      : []),
    check(
      'with an id of nothing answers 409, and changes nothing',
      async context => {
        const { rows, client } = context;
        const [one] = await make(context, 1);
        const wrong = { [wireName]: [one, absentId(target)] };
        expectProblem(
          await client.post(entity.path, await rows.body(entity, wrong)),
          409,
        );
        const row = await rows.make(entity, { [wireName]: [one] });
        expectProblem(await client.patch(row.path, wrong), 409);
        expectSet(await client.get(row.path), [one]);
      },
    ),
    check('with an id twice is refused, or holds it once', async context => {
      const { rows, client } = context;
      const [one] = await make(context, 1);
      const row = await rows.make(entity, { [wireName]: [one] });
      const answer = await client.patch(row.path, { [wireName]: [one, one] });
      if (satisfies(relation.schema, [one, one])) {
        expectSet(answer, [one]);
      } else {
        expectInvalid(answer, pointerTo(wireName));
      }
    }),
    check('refuses what is no set of ids: 422', async context => {
      const { rows, client } = context;
      const row = await rows.make(entity);
      for (const value of [
        'text',
        1,
        {},
        [null],
        ['not-an-id'],
        [[]],
        [{}],
        { $in: [] },
      ]) {
        expectInvalid(
          await client.patch(row.path, { [wireName]: value }),
          pointerTo(wireName),
        );
      }
    }),
    check('loses a target that is deleted', async context => {
      const { rows, client } = context;
      const [one, two] = await make(context, 2);
      const row = await rows.make(entity, { [wireName]: [one, two] });
      expectStatus(await client.delete(`${target.path}/${one}`), 204);
      expectSet(await client.get(row.path), [two]);
    }),
    check('goes with its row and leaves the targets', async context => {
      const { rows, client } = context;
      const [one] = await make(context, 1);
      const row = await rows.make(entity, { [wireName]: [one] });
      expectStatus(await client.delete(row.path), 204);
      expectStatus(await client.get(`${target.path}/${one}`), 200);
      expectStatus(await client.delete(`${target.path}/${one}`), 204);
    }),
    check('with an id of a deleted row answers 409', async context => {
      const { rows, client } = context;
      const [one] = await make(context, 1);
      expectStatus(await client.delete(`${target.path}/${one}`), 204);
      const body = await rows.body(entity, { [wireName]: [one] });
      expectProblem(await client.post(entity.path, body), 409);
    }),
    ...(relation.self
      ? [
          check('may hold the row itself', async ({ rows, client }) => {
            const row = await rows.make(entity);
            expectSet(await client.patch(row.path, { [wireName]: [row.id] }), [
              row.id,
            ]);
            expectStatus(await client.delete(row.path), 204);
          }),
        ]
      : []),
  ];
}
