import type {
  ResolvedEntity,
  ResolvedField,
} from '@perennial/plugin-perennial-common';
import { expectStored } from '../fixtures/comparing';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { absentId, optionalFields, requiredNames } from '../fixtures/entities';
import { expectObject, expectSame, expectStatus } from '../runner/expect';
import { expectInvalid, expectProblem, pointerTo } from '../runner/problems';
import type { Check } from '../runner/types';
import { mergesJson, objectChecks } from './patchingObjects';

const group = 'patch';

/** JSON merge patch. */
export const patching: CheckGroup = {
  id: group,
  title: 'PATCH is a JSON merge patch',
  checks: suite =>
    suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
};

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => entityCheck({ suite, group, entity, name, run });
  // An object merges with what is there, so the answer is not what was sent.
  const first = entity.fields.find(
    ({ type }) => type !== 'object' && type !== 'json',
  );
  return [
    ...entity.fields.map(field =>
      check(`changes "${field.name}" and nothing else`, async context => {
        await changesOne(context, field);
      }),
    ),
    ...optionalFields(entity)
      .filter(field => !field.required)
      .map(field =>
        check(`null clears "${field.name}"`, async ({ rows, client }) => {
          const row = await rows.make(entity);
          const body = { [field.name]: null };
          const cleared = expectStatus(await client.patch(row.path, body), 200);
          // Null is absence, and what is absent has its default.
          const after = {
            [field.name]: field.hasDefault ? field.default : null,
          };
          expectStored(entity, cleared, { ...row.sent, ...after });
          expectStored(entity, await client.get(row.path), after);
        }),
      ),
    ...entity.fields
      .filter(field => field.required && !field.hasDefault)
      .map(field =>
        check(
          `null for the required "${field.name}" answers 422`,
          async context => {
            const row = await context.rows.make(entity);
            const answer = await context.client.patch(row.path, {
              [field.name]: null,
            });
            expectInvalid(answer, pointerTo(field.name));
          },
        ),
      ),
    ...(first
      ? [
          check('is taken as application/merge-patch+json', async context => {
            const { rows, client, values } = context;
            const row = await rows.make(entity);
            const body = { [first.name]: values.fresh(first) };
            const patched = await client.patch(row.path, body, {
              'Content-Type': 'application/merge-patch+json',
            });
            expectStored(entity, expectStatus(patched, 200), body);
          }),
        ]
      : []),
    check(
      'an empty patch answers 200 with the row as it was',
      async context => {
        const row = await context.rows.make(entity);
        const answer = expectStatus(
          await context.client.patch(row.path, {}),
          200,
        );
        const { updated_at: _now, ...after } = expectObject(answer);
        const { updated_at: _then, ...before } = row.object;
        expectSame('the object', after, before, answer);
      },
    ),
    check(
      'answers the ETag that GET answers then',
      async ({ rows, client }) => {
        const row = await rows.make(entity);
        const patched = expectStatus(await client.patch(row.path, {}), 200);
        const read = await client.get(row.path);
        expectSame(
          'the ETag',
          patched.headers.etag,
          read.headers.etag,
          patched,
        );
      },
    ),
    check('of no row answers 404', async ({ client }) => {
      expectProblem(
        await client.patch(`${entity.path}/${absentId(entity)}`, {}),
        404,
      );
    }),
    ...entity.fields
      .filter(field => field.type === 'object')
      .flatMap(field => objectChecks(field, check)),
    ...entity.fields
      .filter(field => field.type === 'array')
      .map(field =>
        check(
          `replaces the array "${field.name}"`,
          async ({ rows, client }) => {
            const row = await rows.make(entity);
            const examples = field.items?.examples ?? [];
            const length = Math.min(
              Math.max(field.minItems ?? 0, 1),
              field.maxItems ?? Infinity,
            );
            const shorter = Array.from(
              { length },
              (_, index) => examples[index % examples.length],
            );
            const body = { [field.name]: shorter };
            const patched = expectStatus(
              await client.patch(row.path, body),
              200,
            );
            expectStored(entity, patched, body);
          },
        ),
      ),
    ...entity.fields
      .filter(field => field.type === 'json')
      .map(field =>
        check(`merges the json "${field.name}"`, mergesJson(field)),
      ),
    ...requiredNames(entity)
      .slice(0, 1)
      .map(name =>
        check(`need not repeat the required "${name}"`, async context => {
          const row = await context.rows.make(entity);
          expectStatus(await context.client.patch(row.path, {}), 200);
          const read = expectObject(await context.client.get(row.path));
          expectSame(`"${name}"`, read[name], row.object[name]);
        }),
      ),
  ];
}

async function changesOne(
  context: EntityContext,
  field: ResolvedField,
): Promise<void> {
  const { entity, rows, client, values } = context;
  const row = await rows.make(entity);
  const body: Record<string, unknown> = { [field.name]: values.fresh(field) };
  // What merges is looked at by checks of its own; an array replaces.
  if (field.type === 'json') {
    body[field.name] = [1, { member: null }];
  } else if (field.type === 'object') {
    body[field.name] = row.sent[field.name];
  }
  const patched = expectStatus(await client.patch(row.path, body), 200);
  expectStored(entity, patched, { ...row.sent, ...body });
  const read = expectStatus(await client.get(row.path), 200);
  expectSame('GET after PATCH', read.body, patched.body, read);
}
