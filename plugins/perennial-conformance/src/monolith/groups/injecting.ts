import fc from 'fast-check';
import type { Exchange } from '../../http/types';
import { RawJson } from '../../http/wire';
import { expectStatus, expectThat } from '../../runner/expect';
import { entityChecks } from '../MonolithSuite';
import type { MonolithGroup } from '../MonolithSuite';
import { documentIn } from '../Documents';
import { expectError } from '../expecting';
import { pathOf } from '../names';
import { MALFORMED_IDS } from './refusing';

const group = 'injecting';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const QUICK_MILLISECONDS = 100;
/** A machine may be busy once; what takes its time does so always. */
const TRIES = 5;
const RANDOM_BODIES = 25;

const OPERATORS = [
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { $where: 'sleep(1000)' },
  { $exists: true },
  { 'a.b': 1 },
];

/** Slow for an engine that goes back: here they are texts. */
const SLOW_PATTERNS = [
  '(a+)+$',
  '(a|aa)+$',
  '(.*a){25}',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  `${'a'.repeat(150)}!`,
];

/** Operators, paths and patterns from outside reach no query. */
export const injecting: MonolithGroup = {
  id: group,
  title: 'Nothing is injected',
  checks: suite =>
    entityChecks(suite, group, (entity, check, alone) => [
      alone('an operator in a body answers 400 at once', async context => {
        const { documents, user } = context;
        const body = await documents.body(entity);
        const { path } = await documents.make(entity);
        const before = documentIn(entity, await user.get(path));
        for (const name of Object.keys(body)) {
          for (const operator of OPERATORS) {
            await quickly(() => user.put(path, { [name]: operator }), 400);
            await quickly(
              () => user.post(pathOf(entity), { ...body, [name]: operator }),
              400,
            );
          }
        }
        for (const raw of [
          '{"$set":{"user_id":"x"}}',
          '{"$where":"1"}',
          '{"a.b":1}',
          '{"":1}',
        ]) {
          await quickly(() => user.put(path, new RawJson(raw)), 400);
        }
        expectThat(
          JSON.stringify(documentIn(entity, await user.get(path))) ===
            JSON.stringify(before),
          'the document has changed',
        );
      }),
      alone('an operator in a query answers 400 at once', async ({ user }) => {
        const names = [
          'status',
          'search',
          'page',
          ...entity.fields.map(field => field.name),
        ];
        for (const name of names) {
          for (const operator of ['$ne', '$gt', '$regex', '$where', '']) {
            await quickly(
              () => user.get(`${pathOf(entity)}?${name}[${operator}]=x`),
              400,
            );
          }
        }
      }),
      alone('a malformed id answers 400 at once', async ({ user }) => {
        for (const id of MALFORMED_IDS) {
          await quickly(() => user.get(`${pathOf(entity)}/${id}`), 400);
        }
      }),
      alone('a pattern in a search is a text', async ({ documents, user }) => {
        await documents.make(entity);
        for (const pattern of SLOW_PATTERNS) {
          const target = `${pathOf(entity)}?search=${encodeURIComponent(
            pattern,
          )}`;
          await quickly(() => user.get(target), 200, 400);
        }
      }),
      check('random bodies are refused', async ({ documents, user }) => {
        const { path } = await documents.make(entity);
        const bodies = fc.sample(
          fc.oneof(
            fc.json(),
            fc
              .dictionary(
                fc.constantFrom(...entity.fields.map(({ name }) => name), 'id'),
                fc.jsonValue(),
              )
              .map(value => JSON.stringify(value)),
            fc.string(),
          ),
          { seed: suite.seed, numRuns: RANDOM_BODIES },
        );
        for (const body of bodies) {
          const options = { headers: JSON_TYPE, body };
          const created = await user.send({
            method: 'POST',
            target: pathOf(entity),
            ...options,
          });
          expectStatus(created, 201, 400, 409);
          if (created.status === 201) {
            documents.adopt(entity, created);
          }
          expectStatus(
            await user.send({ method: 'PUT', target: path, ...options }),
            ...[200, 400, 409],
          );
        }
      }),
    ]),
};

/** Fails unless the answer has one of the statuses, within the time that there is. */
async function quickly(send: () => Promise<Exchange>, ...statuses: number[]) {
  let answer = await send();
  for (
    let tries = 1;
    tries < TRIES && answer.milliseconds > QUICK_MILLISECONDS;
    tries += 1
  ) {
    answer = await send();
  }
  expectStatus(answer, ...statuses);
  if (statuses.length === 1) {
    expectError(answer, statuses[0]);
  }
  expectThat(
    answer.milliseconds <= QUICK_MILLISECONDS,
    'the answer took too long',
    {
      expected: `${QUICK_MILLISECONDS} ms`,
      received: `${answer.milliseconds} ms`,
      exchange: answer,
    },
  );
}
