import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { requiredNames } from '../fixtures/entities';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';
import { keepsOrderOverPages, orders, sortsTwice } from './ordering';

const group = 'sort';
const ROWS = 4;

/** sort. */
export const sorting: CheckGroup = {
  id: group,
  title: 'Sorting of a collection',
  checks: suite =>
    suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
};

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
    exclusive = false,
  ) => entityCheck({ suite, group, entity, name, run, exclusive });
  const [first] = entity.sortable;
  const unsortable = [
    ...entity.fields.filter(field => !field.sortable).map(field => field.name),
    ...entity.relations
      .filter(relation => relation.kind === 'manyToMany')
      .map(relation => relation.wireName),
  ];
  const invalid = [
    'no_such_field',
    '--id',
    'id;drop table',
    'id desc',
    '-',
    ',',
    'id,',
    '$id',
    '__proto__',
    'constructor',
    ...unsortable,
  ];
  return [
    check(
      'each sortable name orders, downwards with -',
      async context => {
        for (let made = 0; made < ROWS; made += 1) {
          await context.rows.make(entity);
        }
        // One that holds nulls.
        await context.rows.make(
          entity,
          Object.fromEntries(
            entity.fields
              .filter(
                field =>
                  !field.required &&
                  !requiredNames(entity).includes(field.name),
              )
              .map(field => [field.name, null]),
          ),
        );
        for (const name of entity.sortable) {
          await orders(context, name);
        }
      },
      true,
    ),
    check(
      'the order is total: small pages hold it too',
      async context => {
        for (let made = 0; made < ROWS; made += 1) {
          await context.rows.make(entity);
        }
        for (const name of entity.sortable.slice(0, 6)) {
          await keepsOrderOverPages(context, `-${name}`);
        }
      },
      true,
    ),
    ...(entity.sortable.length > 1
      ? [
          check('several names sort one after the other', sortsTwice, true),
          check(
            'several names are an order that small pages hold too',
            async context => {
              for (let made = 0; made < ROWS; made += 1) {
                await context.rows.make(entity);
              }
              await keepsOrderOverPages(
                context,
                entity.sortable
                  .slice(0, 3)
                  .reverse()
                  .map((name, index) => (index % 2 === 0 ? name : `-${name}`))
                  .join(','),
              );
            },
            true,
          ),
        ]
      : []),
    check(`sort refuses what is not sortable`, async ({ client }) => {
      for (const value of invalid) {
        expectProblem(await client.get(entity.path, [['sort', value]]), 422);
      }
    }),
    ...(first
      ? [
          check(
            'sort refuses a valid name beside a wrong one',
            async ({ client }) => {
              const answer = await client.get(entity.path, [
                ['sort', `${first},no_such_field`],
              ]);
              expectProblem(answer, 422);
            },
          ),
        ]
      : []),
  ];
}
