import type {
  ResolvedEntity,
  ResolvedField,
} from '@perennial/plugin-perennial-common';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { expectSame, expectStatus } from '../runner/expect';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';

const group = 'unique';
const CONTENDERS = 8;

/** Unique fields. */
export const uniqueness: CheckGroup = {
  id: group,
  title: 'Unique fields',
  checks: suite =>
    suite.model.entities.flatMap(entity =>
      entity.fields
        .filter(field => field.unique)
        .flatMap(field => fieldChecks(suite, entity, field)),
    ),
};

function fieldChecks(
  suite: Suite,
  entity: ResolvedEntity,
  field: ResolvedField,
): Check[] {
  const { name } = field;
  const check = (
    title: string,
    run: (context: EntityContext) => Promise<void>,
    exclusive = false,
  ) =>
    entityCheck({
      suite,
      group,
      entity,
      name: `"${name}" ${title}`,
      run,
      exclusive,
    });
  return [
    check('taken already: POST answers 409', async ({ rows, client }) => {
      const { object } = await rows.make(entity);
      const body = await rows.body(entity, { [name]: object[name] });
      const answer = await client.post(entity.path, body);
      if (answer.status === 201) {
        rows.adopt(entity, answer);
      }
      expectProblem(answer, 409);
    }),
    check(
      'taken already: PUT and PATCH answer 409',
      async ({ rows, client }) => {
        const { object } = await rows.make(entity);
        const row = await rows.make(entity);
        const taken = { [name]: object[name] };
        expectProblem(await client.patch(row.path, taken), 409);
        expectProblem(
          await client.put(row.path, { ...row.sent, ...taken }),
          409,
        );
        expectSame('the row', (await client.get(row.path)).body, row.object);
      },
    ),
    check('is no conflict with itself', async ({ rows, client }) => {
      const row = await rows.make(entity);
      expectStatus(
        await client.patch(row.path, { [name]: row.sent[name] }),
        200,
      );
      expectStatus(await client.put(row.path, row.sent), 200);
    }),
    check('is free again after a delete', async ({ rows, client }) => {
      const row = await rows.make(entity);
      await rows.remove(row);
      const body = await rows.body(entity, { [name]: row.sent[name] });
      const created = expectStatus(await client.post(entity.path, body), 201);
      rows.adopt(entity, created, body);
    }),
    ...(field.required
      ? []
      : [
          check('may be null in several rows', async ({ rows }) => {
            if (field.hasDefault) {
              return;
            }
            await rows.make(entity, { [name]: null });
            await rows.make(entity, { [name]: null });
          }),
        ]),
    check(
      `created ${CONTENDERS} times at once: one row and 409s`,
      async ({ rows, client, values }) => {
        const value = values.fresh(field);
        const bodies: Record<string, unknown>[] = [];
        for (let made = 0; made < CONTENDERS; made += 1) {
          bodies.push(await rows.body(entity, { [name]: value }));
        }
        const answers = await Promise.all(
          bodies.map(body => client.post(entity.path, body)),
        );
        for (const answer of answers) {
          expectStatus(answer, 201, 409);
          if (answer.status === 201) {
            rows.adopt(entity, answer);
          }
        }
        expectSame(
          'the statuses',
          answers.map(answer => answer.status).sort(),
          [201, ...Array(CONTENDERS - 1).fill(409)],
        );
      },
      true,
    ),
  ];
}
