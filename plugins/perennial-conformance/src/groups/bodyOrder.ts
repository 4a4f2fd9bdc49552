import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { absentId } from '../fixtures/entities';
import type { EntityContext } from '../fixtures/Suite';
import type { Exchange } from '../http/types';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const TEXT_TYPE = { 'Content-Type': 'text/plain' };

/** Sends bytes with a method to a path. */
export interface Shot {
  method: string;
  target: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  chunked?: boolean;
}

/** Which of two errors an answer is about: 405, 413, 415, 400, 422, 404, 412, 409. */
export function orderChecks(options: {
  check: (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => Check;
  send: (shot: Shot) => Promise<Exchange>;
  path: string;
  absent: string;
  large: Buffer;
  entity: ResolvedEntity;
}): Check[] {
  const { check, send, path, absent, large, entity } = options;
  const before = (first: number, later: string, shot: Shot) =>
    check(`${first} comes before ${later}`, async () => {
      expectProblem(await send(shot), first);
    });
  const stale = { 'If-Match': '"stale"' };
  return [
    before(405, '413', {
      method: 'PUT',
      target: path,
      headers: JSON_TYPE,
      body: large,
    }),
    before(405, '415', {
      method: 'PUT',
      target: path,
      headers: TEXT_TYPE,
      body: '{}',
    }),
    before(405, '400', {
      method: 'PUT',
      target: path,
      headers: JSON_TYPE,
      body: '{',
    }),
    before(405, '422', { method: 'DELETE', target: `${path}?no_such=1` }),
    before(405, '404', {
      method: 'POST',
      target: absent,
      headers: JSON_TYPE,
      body: '{}',
    }),
    before(413, '415', {
      method: 'POST',
      target: path,
      headers: TEXT_TYPE,
      body: large,
    }),
    before(413, '400 and 404', {
      method: 'PUT',
      target: absent,
      headers: JSON_TYPE,
      body: large,
    }),
    before(415, '400', {
      method: 'POST',
      target: path,
      headers: TEXT_TYPE,
      body: '{',
    }),
    before(415, '422', {
      method: 'POST',
      target: path,
      headers: TEXT_TYPE,
      body: '{"x":1}',
    }),
    before(415, '404', {
      method: 'PUT',
      target: absent,
      headers: TEXT_TYPE,
      body: '{}',
    }),
    before(400, '404', {
      method: 'PATCH',
      target: absent,
      headers: JSON_TYPE,
      body: '{',
    }),
    before(400, '404 for a malformed id', {
      method: 'PATCH',
      target: `${path}/not-an-id`,
      headers: JSON_TYPE,
      body: '{',
    }),
    before(422, '404', {
      method: 'PATCH',
      target: absent,
      headers: JSON_TYPE,
      body: '{"no_such":1}',
    }),
    before(422, '404 for a malformed id', {
      method: 'PATCH',
      target: `${path}/not-an-id`,
      headers: JSON_TYPE,
      body: '{"no_such":1}',
    }),
    before(404, '412', {
      method: 'PATCH',
      target: absent,
      headers: { ...JSON_TYPE, ...stale },
      body: '{}',
    }),
    before(404, '412 in DELETE', {
      method: 'DELETE',
      target: absent,
      headers: stale,
    }),
    check('400 comes before 412', async ({ rows, client }) => {
      const row = await rows.make(entity);
      expectProblem(
        await client.send({
          method: 'PATCH',
          target: row.path,
          headers: { ...JSON_TYPE, ...stale },
          body: '{',
        }),
        400,
      );
    }),
    check('422 comes before 412', async ({ rows, client }) => {
      const row = await rows.make(entity);
      expectProblem(await client.patch(row.path, { no_such: 1 }, stale), 422);
    }),
    ...entity.relations.slice(0, 1).map(relation =>
      check('412 comes before 409, and 422 before 409', async context => {
        const { rows, client } = context;
        const row = await rows.make(entity);
        const id = absentId(relation.target);
        const value = relation.kind === 'manyToMany' ? [id] : id;
        const body = { [relation.wireName]: value };
        expectProblem(await client.patch(row.path, body, stale), 412);
        expectProblem(
          await client.patch(row.path, { ...body, no_such: 1 }),
          422,
        );
        expectProblem(await client.patch(absent, body), 404);
        expectProblem(await client.patch(row.path, body), 409);
      }),
    ),
  ];
}
