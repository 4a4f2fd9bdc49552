import { requiredNames } from '../../fixtures/entities';
import { RawJson } from '../../http/wire';
import { expectThat } from '../../runner/expect';
import { entityChecks } from '../MonolithSuite';
import type { MonolithGroup } from '../MonolithSuite';
import { expectError } from '../expecting';
import { ownerName, pathOf } from '../names';

const group = 'refusing';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const NOBODY = 'f0f0f0f0f0f0f0f0f0f0f0f0';
const LARGE = 1024 * 1024 + 1;

/** Ids of every malformed kind. */
export const MALFORMED_IDS = [
  '1',
  'not-an-id',
  'f0f0f0f0f0f0f0f0f0f0f0f',
  'f0f0f0f0f0f0f0f0f0f0f0f0f',
  'g0f0f0f0f0f0f0f0f0f0f0f0',
  'F0F0F0F0F0F0F0F0F0F0F0F0',
  'abcdefghijkl',
  'f0f0f0f0f0f0f0f0f0f0f0f0%0A',
  '%20f0f0f0f0f0f0f0f0f0f0f0f0',
  'f0f0f0f0f0f0f0f0f0f0f0f0%00',
  'ObjectId(f0f0f0f0f0f0f0f0f0f0f0f0)',
  '$ne',
  '%5B$ne%5D',
  '%7B%22$gt%22:%22%22%7D',
  'null',
  '__proto__',
  '-1',
  '%FF',
  '%F0%9F%98%80',
  'x'.repeat(2000),
];

const BODIES: [label: string, body: string | Buffer][] = [
  ['nothing', ''],
  ['half an object', '{"a":'],
  ['an array', '[]'],
  ['null', 'null'],
  ['a text', '"text"'],
  ['NaN', '{"a":NaN}'],
  ['a comment', '{}//'],
  ['bad UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ['deep nesting', '['.repeat(50_000)],
];

/** Ids, routes, methods and bodies that are wrong. */
export const refusing: MonolithGroup = {
  id: group,
  title: 'What is wrong is refused',
  checks: suite => [
    {
      group,
      name: 'an unknown route answers 404',
      run: async () => {
        expectError(await suite.admin.get('/no-such-route'), 404);
      },
    },
    ...entityChecks(suite, group, (entity, check) => [
      check('a malformed id answers 400', async ({ admin }) => {
        for (const id of MALFORMED_IDS) {
          const path = `${pathOf(entity)}/${id}`;
          expectError(await admin.get(path), 400);
          expectError(await admin.put(path, {}), 400);
          expectError(await admin.delete(path), 400);
        }
      }),
      check('an unknown id answers 404', async ({ admin }) => {
        const path = `${pathOf(entity)}/${NOBODY}`;
        expectError(await admin.get(path), 404);
        expectError(await admin.put(path, {}), 404);
        expectError(await admin.delete(path), 404);
      }),
      check('another method answers 405 with Allow', async ({ admin }) => {
        const cases: [method: string, target: string, allowed: string[]][] = [
          ['PATCH', pathOf(entity), ['GET', 'POST']],
          ['DELETE', pathOf(entity), ['GET', 'POST']],
          ['POST', `${pathOf(entity)}/${NOBODY}`, ['GET', 'PUT', 'DELETE']],
        ];
        for (const [method, target, allowed] of cases) {
          const answer = expectError(await admin.send({ method, target }), 405);
          const allow = String(answer.headers.allow).split(/, */);
          expectThat(
            allowed.every(each => allow.includes(each)),
            'Allow lacks a method of the path',
            { expected: allowed, received: allow, exchange: answer },
          );
        }
      }),
      check('a body that is no JSON object answers 400', async context => {
        const { documents, admin } = context;
        const { path } = await documents.make(entity);
        for (const [, body] of BODIES) {
          for (const [method, target] of [
            ['POST', pathOf(entity)],
            ['PUT', path],
          ]) {
            expectError(
              await admin.send({ method, target, headers: JSON_TYPE, body }),
              400,
            );
          }
        }
      }),
      check('another media type answers 415', async ({ documents, admin }) => {
        const { path } = await documents.make(entity);
        for (const type of ['text/plain', 'application/xml', undefined]) {
          const headers: Record<string, string> = type
            ? { 'Content-Type': type }
            : {};
          const body = '{}';
          for (const [method, target] of [
            ['POST', pathOf(entity)],
            ['PUT', path],
          ]) {
            expectError(
              await admin.send({ method, target, headers, body }),
              415,
            );
          }
        }
      }),
      check('a body over 1 MiB answers 413', async ({ admin }) => {
        const body = ' '.repeat(LARGE);
        for (const chunked of [false, true]) {
          expectError(
            await admin.send({
              method: 'POST',
              target: pathOf(entity),
              headers: JSON_TYPE,
              body,
              chunked,
            }),
            413,
          );
        }
      }),
      check('a property that is not known answers 400', async context => {
        const { documents, admin } = context;
        const body = await documents.body(entity);
        const { path } = await documents.make(entity);
        for (const name of [
          'id',
          '_id',
          ownerName(entity),
          'created_at',
          'deleted_at',
          'no_such_property',
          '_deleting',
        ]) {
          expectError(
            await admin.post(pathOf(entity), { ...body, [name]: 'x' }),
            400,
          );
          expectError(await admin.put(path, { [name]: 'x' }), 400);
        }
        const raw = new RawJson('{"__proto__":{"polluted":true}}');
        expectError(await admin.put(path, raw), 400);
      }),
      check('a property that is required is missed', async context => {
        const { documents, admin } = context;
        const body = await documents.body(entity);
        for (const name of requiredNames(entity)) {
          const { [name]: _left, ...rest } = body;
          expectError(await admin.post(pathOf(entity), rest), 400);
          expectError(
            await admin.post(pathOf(entity), { ...body, [name]: null }),
            400,
          );
        }
      }),
    ]),
  ],
};
