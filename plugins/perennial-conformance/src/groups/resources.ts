import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import {
  answeredNames,
  optionalFields,
  requiredNames,
} from '../fixtures/entities';
import {
  expectObject,
  expectSame,
  expectStatus,
  expectThat,
  mediaType,
} from '../runner/expect';
import type { Check } from '../runner/types';
import { sameOnWire } from '../values/sameOnWire';

const group = 'resources';
const UTC_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const CLOCK_SKEW_MILLISECONDS = 5 * 60_000;
const ID_FORMS: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  objectId: /^[0-9a-f]{24}$/,
};

/** Paths, names and shape of what is answered. */
export const resources: CheckGroup = {
  id: group,
  title: 'Resources and the shape of their JSON',
  checks: suite =>
    suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
};

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => entityCheck({ suite, group, entity, name, run });
  return [
    check(`the collection answers at ${entity.path}`, async ({ client }) => {
      const answer = expectStatus(await client.get(entity.path), 200);
      expectThat(
        mediaType(answer) === 'application/json',
        'the collection is not application/json',
        { received: answer.headers['content-type'], exchange: answer },
      );
      const names = Object.keys(expectObject(answer)).sort();
      expectSame(
        'the envelope',
        names,
        ['items', 'limit', 'page', 'total'],
        answer,
      );
    }),
    check(
      'an object has the names of the model and no others',
      async context => {
        const row = await context.rows.make(entity);
        const answer = expectStatus(await context.client.get(row.path), 200);
        expectSame(
          'the set of names',
          Object.keys(expectObject(answer)).sort(),
          answeredNames(entity).sort(),
          answer,
        );
      },
    ),
    check('the id has the form of its type', async ({ rows }) => {
      const { id } = await rows.make(entity);
      const form = ID_FORMS[entity.id];
      expectThat(
        form ? form.test(String(id)) : Number.isInteger(id),
        `the id is no ${entity.id}`,
        { expected: entity.id, received: id },
      );
    }),
    ...(entity.timestamps
      ? [check('timestamps are instants in UTC', timestamps)]
      : []),
    ...(optionalFields(entity).length > 0
      ? [check('what is left out has its default, else null', defaults)]
      : []),
    ...requiredNames(entity).map(name =>
      check(`"${name}" is answered with a value`, async ({ rows }) => {
        const { object } = await rows.make(entity);
        expectThat(
          object[name] !== null && object[name] !== undefined,
          `the required "${name}" is missing`,
          { received: object },
        );
      }),
    ),
  ];
}

async function timestamps({ entity, rows }: EntityContext): Promise<void> {
  const { object } = await rows.make(entity);
  for (const name of ['created_at', 'updated_at']) {
    const value = String(object[name]);
    expectThat(UTC_INSTANT.test(value), `"${name}" is no instant in UTC`, {
      expected: 'RFC 3339 with Z',
      received: value,
    });
    expectThat(
      Math.abs(Date.parse(value) - Date.now()) < CLOCK_SKEW_MILLISECONDS,
      `"${name}" is not now`,
      { expected: new Date().toISOString(), received: value },
    );
  }
}

async function defaults(context: EntityContext): Promise<void> {
  const { entity, rows, client } = context;
  const sent = await rows.leastBody(entity);
  const created = expectStatus(await client.post(entity.path, sent), 201);
  const { object } = rows.adopt(entity, created, sent);
  for (const field of optionalFields(entity)) {
    const expected = field.hasDefault ? field.default : null;
    expectThat(
      sameOnWire(field, expected, object[field.name]),
      `"${field.name}" was left out and is not its default`,
      {
        expected: expected ?? null,
        received: object[field.name] ?? null,
        exchange: created,
      },
    );
  }
  for (const relation of entity.relations.filter(one => !one.required)) {
    const many = relation.kind === 'manyToMany';
    expectSame(
      `"${relation.wireName}", left out,`,
      object[relation.wireName] ?? null,
      many ? [] : null,
      created,
    );
  }
}
