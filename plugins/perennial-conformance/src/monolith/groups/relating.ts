import type { ResolvedRelation } from '@perennial/plugin-perennial-common';
import { expectSame, expectStatus } from '../../runner/expect';
import { entityChecks } from '../MonolithSuite';
import type { MonolithContext, MonolithGroup } from '../MonolithSuite';
import { documentIn } from '../Documents';
import { expectError } from '../expecting';
import { pathOf } from '../names';

const group = 'relating';
const NOBODY = 'f0f0f0f0f0f0f0f0f0f0f0f0';

/** References, uniqueness, and what a deletion does. */
export const relating: MonolithGroup = {
  id: group,
  title: 'References and unique values',
  checks: suite =>
    entityChecks(suite, group, (entity, check) => [
      ...entity.relations.flatMap(relation => [
        check(`${relation.wireName} must lead to a document`, async context => {
          const { documents, user } = context;
          const body = await documents.body(entity);
          const { path } = await documents.make(entity);
          const before = documentIn(entity, await user.get(path));
          const wrap = (id: unknown) =>
            relation.kind === 'manyToMany' ? [id] : id;
          for (const [value, status] of [
            [NOBODY, 409],
            ['not-an-id', 400],
            [{ $ne: NOBODY }, 400],
            [1, 400],
          ] as const) {
            const part = { [relation.wireName]: wrap(value) };
            expectError(
              await user.post(pathOf(entity), { ...body, ...part }),
              status,
            );
            expectError(await user.put(path, part), status);
          }
          expectSame(
            'the document after that',
            documentIn(entity, await user.get(path)),
            before,
          );
        }),
        check(`${relation.wireName} follows its document's deletion`, context =>
          followsDeletion(context, relation),
        ),
      ]),
      ...entity.fields
        .filter(({ unique }) => unique)
        .map(field =>
          check(`${field.name} is unique`, async context => {
            const { documents, user, admin } = context;
            const first = await documents.make(entity);
            const value = first.object[field.name];
            if (value === null) {
              return;
            }
            const body = await documents.body(entity, { [field.name]: value });
            expectError(await user.post(pathOf(entity), body), 409);
            const second = await documents.make(entity);
            expectError(
              await user.put(second.path, { [field.name]: value }),
              409,
            );
            expectStatus(
              await user.put(first.path, { [field.name]: value }),
              200,
            );
            await admin.delete(first.path);
            await documents.make(entity, { [field.name]: value });
          }),
        ),
      ...entity.fields
        .filter(({ unique, required }) => unique && !required)
        .map(field =>
          check(`${field.name} may be absent more than once`, async context => {
            const { documents } = context;
            if (field.hasDefault) {
              return;
            }
            await documents.make(entity, { [field.name]: null });
            await documents.make(entity, { [field.name]: null });
          }),
        ),
    ]),
};

async function followsDeletion(
  { entity, documents, admin, user }: MonolithContext,
  relation: ResolvedRelation,
) {
  const target = await documents.make(documents.entityOf(relation));
  const isMany = relation.kind === 'manyToMany';
  const { path } = await documents.make(entity, {
    [relation.wireName]: isMany ? [target.id] : target.id,
  });
  // Read before, so that a cache knows it.
  expectStatus(await user.get(path), 200);
  const deletion = await admin.delete(target.path);
  const after = await user.get(path);
  if (!isMany && relation.onDelete === 'restrict') {
    expectError(deletion, 409);
    expectSame(
      'the reference',
      documentIn(entity, after)[relation.wireName],
      target.id,
      after,
    );
    expectStatus(await admin.get(target.path), 200);
    return;
  }
  expectStatus(deletion, 200);
  if (!isMany && relation.onDelete === 'cascade') {
    expectError(after, 404);
    return;
  }
  expectSame(
    'the reference',
    documentIn(entity, after)[relation.wireName],
    isMany ? [] : null,
    after,
  );
}
