import fc from 'fast-check';
import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { absentId } from '../fixtures/entities';
import type { Exchange } from '../http/types';
import { RawJson, wireText } from '../http/wire';
import { expectObject, expectStatus, expectThat } from '../runner/expect';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';

const group = 'robustness';
/** Random requests of each kind, shared among the entities of a large model. */
const RANDOM_REQUESTS = { budget: 240, least: 10, most: 40 };
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Input that nobody in their right mind sends. */
export const robustness: CheckGroup = {
  id: group,
  title: 'Robustness',
  checks: suite =>
    suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
};

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => entityCheck({ suite, group, entity, name, run });
  const { path } = entity;
  const { budget, least, most } = RANDOM_REQUESTS;
  const share = Math.round(budget / suite.model.entities.length);
  const count = Math.min(most, Math.max(least, share));
  const absent = `${path}/${absentId(entity)}`;
  return [
    check(
      'random JSON bodies are refused',
      async ({ client, rows, values }) => {
        const bodies = fc.sample(
          fc.oneof(
            fc.json(),
            fc
              .dictionary(
                fc.constantFrom(
                  ...entity.fields.map(field => field.name),
                  'id',
                  '__proto__',
                ),
                fc.jsonValue(),
              )
              .map(value => JSON.stringify(value)),
          ),
          { seed: suite.seed + values.natural(1000), numRuns: count },
        );
        for (const body of bodies) {
          const answer = calm(
            await client.send({
              method: 'POST',
              target: path,
              headers: JSON_TYPE,
              body,
            }),
          );
          if (answer.status === 201) {
            rows.adopt(entity, answer);
          }
          calm(
            await client.send({
              method: 'PATCH',
              target: absent,
              headers: JSON_TYPE,
              body,
            }),
          );
        }
      },
    ),
    check('random bytes are refused', async ({ client }) => {
      const bodies = fc.sample(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        {
          seed: suite.seed,
          numRuns: Math.ceil(count / 2),
        },
      );
      for (const bytes of bodies) {
        calm(
          await client.send({
            method: 'POST',
            target: path,
            headers: JSON_TYPE,
            body: Buffer.from(bytes),
          }),
        );
      }
    }),
    check('random queries are refused or answered', async ({ client }) => {
      const names = [
        'page',
        'limit',
        'sort',
        'q',
        'id',
        '__proto__',
        ...entity.fields.map(field => field.name),
      ];
      const pairs = fc.array(
        fc.tuple(
          fc.tuple(
            fc.constantFrom(...names),
            fc.constantFrom(
              '',
              '[in]',
              '[gt]',
              '[lte]',
              '[$ne]',
              '[',
              ']',
              '[in][]',
              '[0]',
            ),
          ),
          fc.string({ unit: 'binary', maxLength: 12 }),
        ),
        { minLength: 1, maxLength: 3 },
      );
      for (const query of fc.sample(pairs, {
        seed: suite.seed,
        numRuns: count,
      })) {
        calm(
          await client.get(
            path,
            query.map(([[name, operator], value]) => [
              `${name}${operator}`,
              value,
            ]),
          ),
        );
      }
    }),
    check('queries that are badly encoded do no harm', async ({ client }) => {
      for (const text of [
        '%',
        '%zz=1',
        'q=%ff',
        'q=%c3%28',
        '&&&',
        '=',
        '===',
        'page',
        'page=1&page',
        '[]=1',
        'a[b=1',
        'page[]=1',
        'limit[gt]=1',
        'sort[in]=id',
        `q=${'a'.repeat(7000)}`,
      ]) {
        calm(await client.send({ method: 'GET', target: `${path}?${text}` }));
      }
    }),
    check('operators in bodies are refused', async ({ client, rows }) => {
      const body = await rows.body(entity);
      for (const field of entity.fields) {
        if (field.type === 'json') {
          continue;
        }
        for (const value of [
          { $gt: '' },
          { $ne: null },
          { $where: '1' },
          { toString: 1 },
        ]) {
          expectProblem(
            await client.post(path, { ...body, [field.name]: value }),
            422,
          );
        }
      }
      expectProblem(await client.post(path, { ...body, $set: { a: 1 } }), 422);
      expectProblem(await client.post(path, { ...body, 'a.b': 1 }), 422);
    }),
    check('nothing is polluted through __proto__', async ({ client, rows }) => {
      const polluting =
        '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
      calm(await client.post(path, new RawJson(polluting)));
      calm(await client.get(path, [['__proto__[polluted]', '1']]));
      calm(await client.get(path, [['constructor[prototype][polluted]', '1']]));
      const row = await rows.make(entity);
      const answer = expectStatus(await client.get(row.path), 200);
      expectThat(
        !('polluted' in expectObject(answer)),
        'an answer is polluted',
        {
          exchange: answer,
        },
      );
    }),
    check(
      'encodings of the content that are unknown do no harm',
      async ({ client, rows }) => {
        const body = wireText(await rows.body(entity));
        for (const encoding of ['gzip', 'br', 'deflate', 'unknown']) {
          calm(
            await client.send({
              method: 'POST',
              target: path,
              headers: { ...JSON_TYPE, 'Content-Encoding': encoding },
              body,
            }),
          );
        }
      },
    ),
    check('odd headers do no harm', async ({ client }) => {
      const odd: Record<string, string>[] = [
        { Accept: 'text/html' },
        { Accept: 'application/json;q=x' },
        { Accept: '*/*;q=0' },
        { 'If-Match': 'no quotes' },
        { 'If-Match': '"' },
        { 'If-None-Match': '*' },
        { Range: 'bytes=0-1' },
        { 'X-HTTP-Method-Override': 'DELETE' },
        { Cookie: 'a=b; __proto__=1' },
      ];
      for (const headers of odd) {
        calm(await client.get(path, [], headers));
      }
    }),
  ];
}

/** Fails where an answer blames the service for what it was sent. */
function calm(exchange: Exchange): Exchange {
  expectThat(exchange.status < 500, `it answered ${exchange.status}`, {
    expected: 'a status under 500',
    received: exchange.text,
    exchange,
  });
  return exchange;
}
