import type {
  ResolvedEntity,
  ResolvedRelation,
} from '@perennial/plugin-perennial-common';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { absentId, entityOf } from '../fixtures/entities';
import { expectObject, expectSame, expectStatus } from '../runner/expect';
import { expectInvalid, expectProblem, pointerTo } from '../runner/problems';
import type { Check } from '../runner/types';
import { linkChecks } from './links';

const group = 'relations';

/** References and what a delete does to them. */
export const relations: CheckGroup = {
  id: group,
  title: 'Relations',
  checks: suite =>
    suite.model.entities.flatMap(entity =>
      entity.relations.flatMap(relation =>
        relation.kind === 'manyToMany'
          ? linkChecks(suite, entity, relation)
          : referenceChecks(suite, entity, relation),
      ),
    ),
};

function referenceChecks(
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
    entityCheck({ suite, group, entity, name: `"${wireName}" ${name}`, run });
  const checks: Check[] = [
    check('is stored and can be changed', async ({ rows, client }) => {
      const [one, two] = [await rows.make(target), await rows.make(target)];
      const row = await rows.make(entity, { [wireName]: one.id });
      expectSame(`"${wireName}"`, row.object[wireName], one.id);
      const patched = await client.patch(row.path, { [wireName]: two.id });
      expectStatus(patched, 200);
      expectSame(
        `"${wireName}"`,
        expectObject(patched)[wireName],
        two.id,
        patched,
      );
      const read = await client.get(row.path);
      expectSame(`"${wireName}"`, expectObject(read)[wireName], two.id, read);
    }),
    check('to nothing answers 409', async ({ rows, client }) => {
      const nothing = { [wireName]: absentId(target) };
      expectProblem(
        await client.post(entity.path, await rows.body(entity, nothing)),
        409,
      );
      const row = await rows.make(entity);
      expectProblem(await client.patch(row.path, nothing), 409);
      expectProblem(
        await client.put(row.path, { ...row.sent, ...nothing }),
        409,
      );
      expectSame('the row', (await client.get(row.path)).body, row.object);
    }),
    check('to a deleted row answers 409', async ({ rows, client }) => {
      const gone = await rows.make(target);
      expectStatus(await client.delete(gone.path), 204);
      const body = await rows.body(entity, { [wireName]: gone.id });
      expectProblem(await client.post(entity.path, body), 409);
    }),
    check('refuses what is no id: 422', async ({ rows, client }) => {
      const row = await rows.make(entity);
      for (const value of ['not-an-id', '', true, [], {}, { $gt: '' }, 1.5]) {
        expectInvalid(
          await client.patch(row.path, { [wireName]: value }),
          pointerTo(wireName),
        );
      }
    }),
  ];
  if (relation.required) {
    checks.push(
      check('is required: null answers 422', async ({ rows, client }) => {
        const row = await rows.make(entity);
        expectInvalid(
          await client.patch(row.path, { [wireName]: null }),
          pointerTo(wireName),
        );
      }),
    );
  } else {
    checks.push(
      check('is cleared by null, and by a PUT without it', async context => {
        const { rows, client } = context;
        const { id } = await rows.make(target);
        const row = await rows.make(entity, { [wireName]: id });
        const cleared = await client.patch(row.path, { [wireName]: null });
        expectSame(
          `"${wireName}"`,
          expectObject(expectStatus(cleared, 200))[wireName] ?? null,
          null,
          cleared,
        );
        expectStatus(await client.patch(row.path, { [wireName]: id }), 200);
        const { [wireName]: _left, ...rest } = row.sent;
        const replaced = await client.put(row.path, rest);
        expectSame(
          `"${wireName}"`,
          expectObject(expectStatus(replaced, 200))[wireName] ?? null,
          null,
          replaced,
        );
      }),
    );
  }
  if (relation.unique) {
    checks.push(
      check('is one to one: a second reference answers 409', onlyOne(relation)),
    );
  }
  if (relation.self && !relation.required) {
    checks.push(check('may lead in a circle', circle(relation)));
  }
  return [...checks, deleteCheck(suite, entity, relation, check)];
}

function onlyOne(relation: ResolvedRelation) {
  return async ({
    suite,
    entity,
    rows,
    client,
  }: EntityContext): Promise<void> => {
    const { wireName } = relation;
    const { id } = await rows.make(entityOf(suite, relation.target));
    const first = await rows.make(entity, { [wireName]: id });
    expectProblem(
      await client.post(
        entity.path,
        await rows.body(entity, { [wireName]: id }),
      ),
      409,
    );
    const second = await rows.make(entity);
    expectProblem(await client.patch(second.path, { [wireName]: id }), 409);
    // The row's own reference is no conflict with itself.
    expectStatus(await client.patch(first.path, { [wireName]: id }), 200);
    await rows.remove(first);
    expectStatus(await client.patch(second.path, { [wireName]: id }), 200);
  };
}

function circle(relation: ResolvedRelation) {
  return async ({ entity, rows, client }: EntityContext): Promise<void> => {
    const { wireName } = relation;
    const one = await rows.make(entity);
    const two = await rows.make(entity, { [wireName]: one.id });
    const closed = await client.patch(one.path, { [wireName]: two.id });
    expectSame(
      `"${wireName}"`,
      expectObject(expectStatus(closed, 200))[wireName],
      two.id,
      closed,
    );
    // Opened again, so that both can be deleted, and one to one is kept.
    expectStatus(await client.patch(one.path, { [wireName]: null }), 200);
    const itself = await client.patch(two.path, { [wireName]: two.id });
    expectStatus(itself, 200);
    expectStatus(await client.patch(two.path, { [wireName]: null }), 200);
  };
}

function deleteCheck(
  suite: Suite,
  entity: ResolvedEntity,
  relation: ResolvedRelation,
  check: (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => Check,
): Check {
  const { wireName } = relation;
  const target = entityOf(suite, relation.target);
  const staged = async ({ rows }: EntityContext) => {
    const parent = await rows.make(target);
    const child = await rows.make(entity, { [wireName]: parent.id });
    return { parent, child };
  };
  switch (relation.onDelete) {
    case 'cascade':
      return check('cascades: the row goes with its target', async context => {
        const { parent, child } = await staged(context);
        const other = await context.rows.make(entity);
        expectStatus(await context.client.delete(parent.path), 204);
        expectProblem(await context.client.get(parent.path), 404);
        expectProblem(await context.client.get(child.path), 404);
        expectStatus(await context.client.get(other.path), 200);
      });
    case 'setNull':
      return check(
        'is set to null when its target is deleted',
        async context => {
          const { parent, child } = await staged(context);
          expectStatus(await context.client.delete(parent.path), 204);
          const read = expectStatus(await context.client.get(child.path), 200);
          expectSame(
            `"${wireName}"`,
            expectObject(read)[wireName] ?? null,
            null,
            read,
          );
        },
      );
    default:
      return check('restricts: its target cannot be deleted', async context => {
        const { parent, child } = await staged(context);
        expectProblem(await context.client.delete(parent.path), 409);
        expectStatus(await context.client.get(parent.path), 200);
        expectSame(
          'the row',
          (await context.client.get(child.path)).body,
          child.object,
        );
        expectStatus(await context.client.delete(child.path), 204);
        // A row that was only hidden may restrict a real delete still.
        const hidden = entity.softDelete && !target.softDelete;
        expectStatus(
          await context.client.delete(parent.path),
          hidden ? 409 : 204,
        );
      });
  }
}
