import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { idsIn, readAll, readPage } from '../fixtures/pages';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { expectSame, expectThat } from '../runner/expect';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';

const group = 'pages';
const ROWS = 5;
const MOST_ROWS_WALKED = 200;

/** page, limit and total. */
export const pagesAndTotals: CheckGroup = {
  id: group,
  title: 'Pages of a collection',
  checks: suite =>
    suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
};

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
    exclusive = false,
  ) => entityCheck({ suite, group, entity, name, run, exclusive });
  const refused = (name: string, values: string[]) =>
    check(
      `${name} refuses ${values.map(value => `"${value}"`).join(', ')}`,
      async ({ client }) => {
        for (const value of values) {
          expectProblem(await client.get(entity.path, [[name, value]]), 422);
        }
      },
    );
  return [
    check('page is 1 and limit is 20 where left out', async ({ client }) => {
      const { page, limit, items, exchange } = await readPage(client, entity);
      expectSame(
        'page and limit',
        { page, limit },
        { page: 1, limit: 20 },
        exchange,
      );
      expectThat(items.length <= 20, 'more than 20 items', {
        received: items.length,
        exchange,
      });
    }),
    check('the bounds 1 and 100 of limit are taken', async ({ client }) => {
      for (const limit of [1, 100]) {
        const answer = await readPage(client, entity, [
          ['limit', String(limit)],
        ]);
        expectSame('limit', answer.limit, limit, answer.exchange);
      }
    }),
    check('page 1000000 is taken and empty', async ({ client }) => {
      const answer = await readPage(client, entity, [
        ['page', '1000000'],
        ['limit', '100'],
      ]);
      expectSame('page', answer.page, 1_000_000, answer.exchange);
      expectSame('its items', answer.items, [], answer.exchange);
    }),
    refused('page', [
      '0',
      '-1',
      '1000001',
      '1.5',
      'abc',
      '',
      '1e3',
      '99999999999999999999',
    ]),
    refused('limit', [
      '0',
      '-1',
      '101',
      '1.5',
      'abc',
      '',
      '0x10',
      '99999999999999999999',
    ]),
    check('total counts the rows', countsRows, true),
    check('pages hold each row once', walks, true),
    check('an item is what GET of the row answers', itemsAreRows, true),
    check('a deleted row leaves the list and the total', leaves, true),
  ];
}

async function countsRows(context: EntityContext): Promise<void> {
  const { entity, client, rows } = context;
  const before = await readPage(client, entity);
  await rows.make(entity);
  const between = await readPage(client, entity);
  await rows.make(entity);
  const after = await readPage(client, entity, [['limit', '1']]);
  // Rows may refer to rows of their own entity, made along.
  expectThat(between.total > before.total, 'a new row is not counted', {
    expected: before.total + 1,
    received: between.total,
    exchange: between.exchange,
  });
  expectSame(
    'the total after the same again, with limit=1,',
    after.total,
    between.total + 1,
    after.exchange,
  );
}

async function walks(context: EntityContext): Promise<void> {
  const { entity, client, rows } = context;
  for (let made = 0; made < ROWS; made += 1) {
    await rows.make(entity);
  }
  const { total, exchange } = await readPage(client, entity);
  const limit = Math.max(2, Math.ceil(Math.min(total, MOST_ROWS_WALKED) / 20));
  const ids: unknown[] = [];
  const pages = Math.ceil(Math.min(total, MOST_ROWS_WALKED) / limit);
  for (let page = 1; page <= pages; page += 1) {
    const answer = await readPage(client, entity, [
      ['page', String(page)],
      ['limit', String(limit)],
    ]);
    ids.push(...idsIn(answer.items));
  }
  expectSame(
    'the number of different rows',
    new Set(ids).size,
    ids.length,
    exchange,
  );
  if (total <= MOST_ROWS_WALKED) {
    expectSame('the rows of all pages', ids.length, total, exchange);
  }
  const beyond = await readPage(client, entity, [
    ['page', String(Math.ceil(total / limit) + 1)],
    ['limit', String(limit)],
  ]);
  expectSame('the page after the last', beyond.items, [], beyond.exchange);
}

async function itemsAreRows(context: EntityContext): Promise<void> {
  const { entity, client, rows } = context;
  const row = await rows.make(entity);
  const items = await readAll(client, entity);
  const listed = items.find(item => item.id === row.id);
  expectThat(listed, 'the row is not in the list', { expected: row.id });
  const read = await client.get(row.path);
  expectSame('the item', listed, read.body, read);
}

async function leaves(context: EntityContext): Promise<void> {
  const { entity, client, rows } = context;
  const row = await rows.make(entity);
  const before = await readPage(client, entity);
  await rows.remove(row);
  const after = await readPage(client, entity);
  expectSame('the total', after.total, before.total - 1, after.exchange);
  const items = await readAll(client, entity);
  expectThat(!idsIn(items).includes(row.id), 'the deleted row is listed');
}
