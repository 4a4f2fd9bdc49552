import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { absentId } from '../fixtures/entities';
import type { Exchange } from '../http/types';
import { wireText } from '../http/wire';
import { expectStatus } from '../runner/expect';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';

const group = 'bodies';
const MEBIBYTE = 1024 * 1024;
const JSON_TYPE = { 'Content-Type': 'application/json' };
const TEXT_TYPE = { 'Content-Type': 'text/plain' };

const MALFORMED = [
  '{',
  '}',
  '{"a":}',
  '{"a":1,}',
  "{'a':1}",
  '{"a":NaN}',
  '{"a":Infinity}',
  '{"a":01}',
  '{"a":.5}',
  '{}{}',
  '{"a":"\n"}',
  '{"a":"\\x41"}',
  '// comment\n{}',
  'undefined',
  'a=1',
];

const BAD_UTF8: [string, number[]][] = [
  ['a lone continuation byte', [0x80]],
  ['a byte that no UTF-8 has', [0xff]],
  ['a cut sequence', [0xc3]],
  ['an overlong sequence', [0xc0, 0xaf]],
  ['an encoded surrogate', [0xed, 0xa0, 0x80]],
  ['a code point beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
];

/** Bodies as bytes: size, media type, encoding, syntax; and their order. */
export const bodies: CheckGroup = {
  id: group,
  title: 'Bodies: 400, 413, 415, and the order of errors',
  checks: suite =>
    suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
};

/** Sends bytes with a method to a path. */
interface Shot {
  method: string;
  target: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  chunked?: boolean;
}

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => entityCheck({ suite, group, entity, name, run });
  const { path } = entity;
  const absent = `${path}/${absentId(entity)}`;
  const send = (shot: Shot): Promise<Exchange> => suite.client.send(shot);
  const places = [
    { method: 'POST', target: path },
    { method: 'PUT', target: absent },
    { method: 'PATCH', target: absent },
  ];
  const large = Buffer.alloc(MEBIBYTE + 1, ' ');
  const badUtf8 = (bytes: number[]) =>
    Buffer.concat([
      Buffer.from('{"a":"'),
      Buffer.from(bytes),
      Buffer.from('"}'),
    ]);

  return [
    ...places.flatMap(place => [
      check(`${place.method} of malformed JSON answers 400`, async () => {
        for (const body of MALFORMED) {
          expectProblem(
            await send({ ...place, headers: JSON_TYPE, body }),
            400,
          );
        }
      }),
      check(
        `${place.method} of bytes that are no UTF-8 answers 400`,
        async () => {
          for (const [, bytes] of BAD_UTF8) {
            expectProblem(
              await send({
                ...place,
                headers: JSON_TYPE,
                body: badUtf8(bytes),
              }),
              400,
            );
          }
        },
      ),
      check(`${place.method} of an empty JSON body answers 400`, async () => {
        expectProblem(
          await send({ ...place, headers: JSON_TYPE, body: '' }),
          400,
          415,
          422,
        );
      }),
      check(`${place.method} of another media type answers 415`, async () => {
        for (const type of [
          'text/plain',
          'application/x-www-form-urlencoded',
          'multipart/form-data; boundary=x',
          'application/xml',
          'application/jsonp',
          'text/json2',
        ]) {
          expectProblem(
            await send({
              ...place,
              headers: { 'Content-Type': type },
              body: '{}',
            }),
            415,
          );
        }
      }),
      check(
        `${place.method} of a body without a media type answers 415`,
        async () => {
          expectProblem(await send({ ...place, body: '{}' }), 415);
        },
      ),
      check(`${place.method} of over 1 MiB answers 413`, async () => {
        expectProblem(
          await send({ ...place, headers: JSON_TYPE, body: large }),
          413,
        );
      }),
      check(`${place.method} of over 1 MiB in chunks answers 413`, async () => {
        expectProblem(
          await send({
            ...place,
            headers: JSON_TYPE,
            body: large,
            chunked: true,
          }),
          413,
        );
      }),
    ]),
    check('a body of 1 MiB exactly is read', async ({ rows, client }) => {
      const sent = await rows.body(entity);
      const text = wireText(sent);
      const padding = ' '.repeat(MEBIBYTE - Buffer.byteLength(text));
      const created = expectStatus(
        await client.send({
          method: 'POST',
          target: path,
          headers: JSON_TYPE,
          body: text + padding,
        }),
        201,
      );
      rows.adopt(entity, created, sent);
    }),
    check('a body in chunks is read', async ({ rows, client }) => {
      const sent = await rows.body(entity);
      const created = await client.send({
        method: 'POST',
        target: path,
        headers: JSON_TYPE,
        body: wireText(sent),
        chunked: true,
      });
      rows.adopt(entity, expectStatus(created, 201), sent);
    }),
    check('application/json may have a charset', async ({ rows, client }) => {
      const sent = await rows.body(entity);
      const created = await client.post(path, sent, {
        'Content-Type': 'application/json; charset=utf-8',
      });
      rows.adopt(entity, expectStatus(created, 201), sent);
    }),
    ...orderChecks({ check, send, path, absent, large, entity }),
  ];
}

function orderChecks(options: {
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
