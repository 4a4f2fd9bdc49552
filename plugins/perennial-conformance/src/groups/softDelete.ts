import type {
  ResolvedEntity,
  ResolvedRelation,
} from '@perennial/plugin-perennial-common';
import { idsIn, readAll } from '../fixtures/pages';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { entityOf } from '../fixtures/entities';
import {
  expectObject,
  expectSame,
  expectStatus,
  expectThat,
} from '../runner/expect';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';

const group = 'softDelete';

/** Rows that are hidden instead of deleted. */
export const softDelete: CheckGroup = {
  id: group,
  title: 'Soft delete',
  checks: suite =>
    suite.model.entities
      .filter(entity => entity.softDelete)
      .flatMap(entity => entityChecks(suite, entity)),
};

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => entityCheck({ suite, group, entity, name, run });
  const referring = suite.model.entities.flatMap(source =>
    source.relations
      .filter(relation => relation.target.name === entity.name)
      .map(relation => ({ source, relation })),
  );
  return [
    check('a deleted row is gone for every operation', async context => {
      const { rows, client } = context;
      const row = await rows.make(entity);
      expectStatus(await client.delete(row.path), 204);
      expectProblem(await client.get(row.path), 404);
      expectProblem(await client.patch(row.path, {}), 404);
      expectProblem(await client.delete(row.path), 404);
      expectProblem(await client.put(row.path, row.sent), 404);
      expectProblem(
        await client.patch(row.path, {}, { 'If-Match': row.etag }),
        404,
      );
    }),
    check('a deleted row is in no list, search or filter', async context => {
      const { rows, client } = context;
      const row = await rows.make(entity);
      expectStatus(await client.delete(row.path), 204);
      const filters = entity.fields
        .filter(field => field.filterable)
        .map(field => [[field.name, String(row.object[field.name])]] as const);
      for (const query of [[], ...filters]) {
        const ids = idsIn(await readAll(client, entity, query));
        expectThat(!ids.includes(row.id), 'the deleted row is listed', {
          received: query,
        });
      }
    }),
    ...referring.map(({ source, relation }) =>
      hiddenTarget(entity, source, relation, check),
    ),
    ...entity.relations.map(relation =>
      hiddenSource(suite, entity, relation, check),
    ),
  ];
}

/** A soft-deleted row as the target of a relation. */
function hiddenTarget(
  entity: ResolvedEntity,
  source: ResolvedEntity,
  relation: ResolvedRelation,
  check: (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => Check,
): Check {
  const { wireName } = relation;
  return check(
    `${source.name} "${wireName}" follows onDelete (${relation.onDelete}) as for a real delete`,
    async ({ rows, client }) => {
      const parent = await rows.make(entity);
      const many = relation.kind === 'manyToMany';
      const child = await rows.make(source, {
        [wireName]: many ? [parent.id] : parent.id,
      });
      const deleted = await client.delete(parent.path);
      if (many) {
        expectStatus(deleted, 204);
        const read = expectObject(
          expectStatus(await client.get(child.path), 200),
        );
        expectSame(`"${wireName}"`, read[wireName], []);
        return;
      }
      switch (relation.onDelete) {
        case 'restrict':
          expectProblem(deleted, 409);
          expectStatus(await client.delete(child.path), 204);
          if (source.softDelete) {
            // Hidden children do not restrict a soft delete.
            expectStatus(await client.delete(parent.path), 204);
          }
          return;
        case 'cascade':
          expectStatus(deleted, 204);
          expectProblem(await client.get(child.path), 404);
          return;
        default: {
          expectStatus(deleted, 204);
          const read = expectObject(
            expectStatus(await client.get(child.path), 200),
          );
          expectSame(`"${wireName}"`, read[wireName] ?? null, null);
        }
      }
    },
  );
}

/** A soft-deleted row as the source of a relation. */
function hiddenSource(
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
  return check(
    `the target of a deleted row's "${wireName}" can be deleted, or answers 409`,
    async ({ rows, client }) => {
      const parent = await rows.make(target);
      const many = relation.kind === 'manyToMany';
      const child = await rows.make(entity, {
        [wireName]: many ? [parent.id] : parent.id,
      });
      expectStatus(await client.delete(child.path), 204);
      const restricts =
        !many && relation.onDelete === 'restrict' && !target.softDelete;
      expectStatus(await client.delete(parent.path), restricts ? 409 : 204);
      expectProblem(await client.get(child.path), 404);
    },
  );
}
