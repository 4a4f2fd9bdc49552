import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { absentId } from '../fixtures/entities';
import type { Exchange } from '../http/types';
import { wireText } from '../http/wire';
import { expectStatus } from '../runner/expect';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';
import { orderChecks } from './bodyOrder';
import type { Shot } from './bodyOrder';

const group = 'bodies';
const MEBIBYTE = 1024 * 1024;
const JSON_TYPE = { 'Content-Type': 'application/json' };

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
