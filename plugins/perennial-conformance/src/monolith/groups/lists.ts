import { expectSame, expectStatus, expectThat } from '../../runner/expect';
import { codePoints, accepts } from '../../values/oracle';
import { entityChecks } from '../MonolithSuite';
import type { MonolithContext, MonolithGroup } from '../MonolithSuite';
import { expectError, readAll, readPage } from '../expecting';
import { pathOf, searchedFields, statusField } from '../names';

const group = 'lists';

const MANY = 5;
const HELD = 2;
const MALFORMED = [
  'page=0',
  'page=-1',
  'page=1.5',
  'page=one',
  'page=',
  'page=1000001',
  'page=99999999999999999999',
  'page=%D9%A1',
  'limit=0',
  'limit=101',
  'limit=-1',
  'limit=ten',
  'page=1&page=2',
  'search=a&search=b',
  'search=%00',
  `search=${'a'.repeat(201)}`,
  'page[$gt]=1',
  'limit[]=1',
  'not_known=1',
  '__proto__=1',
];

/** Pages, search and status. */
export const lists: MonolithGroup = {
  id: group,
  title: 'Lists',
  checks: suite =>
    entityChecks(suite, group, (entity, check, alone) => {
      const status = statusField(entity);
      return [
        alone('the pagination says where the page lies', async context => {
          const { documents, admin } = context;
          const wanted = Math.min(3, mostOf(context));
          for (let count = 0; count < wanted; count += 1) {
            await documents.make(entity);
          }
          const whole = await readAll(admin, entity);
          const first = await readPage(admin, entity, [['limit', '2']]);
          expectSame('the pagination', sorted(first.pagination), {
            has_next: whole.length > 2,
            has_prev: false,
            limit: 2,
            page: 1,
            total_count: whole.length,
            total_pages: Math.ceil(whole.length / 2),
          });
          const plain = await readPage(admin, entity);
          expectSame('the default limit', plain.pagination.limit, 20);
          const last = Math.ceil(whole.length / 2);
          const end = await readPage(admin, entity, [
            ['page', String(last + 1)],
            ['limit', '2'],
          ]);
          expectSame('the page after the last', end.items, [], end.exchange);
          expectSame('"has_next" there', end.pagination.has_next, false);
          expectSame('"has_prev" there', end.pagination.has_prev, true);
        }),
        alone(
          'small pages hold every document once, newest first',
          async context => {
            const { documents, admin } = context;
            const made: string[] = [];
            const wanted = mostOf(context);
            for (let count = 0; count < wanted; count += 1) {
              made.unshift((await documents.make(entity)).id);
            }
            const ids = (await readAll(admin, entity, 2)).map(({ id }) => id);
            expectSame('what small pages hold', ids, [...new Set(ids)]);
            expectSame(
              'the order',
              ids.filter(id => made.includes(String(id))),
              made,
            );
            const whole = (await readAll(admin, entity)).map(({ id }) => id);
            expectSame('what large pages hold', whole, ids);
          },
        ),
        check('a malformed query is refused', async ({ admin }) => {
          for (const query of [...MALFORMED, ...(status ? [] : ['status=x'])]) {
            expectError(await admin.get(`${pathOf(entity)}?${query}`), 400);
          }
        }),
        check('a search is literal, whatever the case', searches),
        ...(status
          ? [
              check('a status is looked for as it is', async context => {
                const { documents, admin } = context;
                const made = [
                  await documents.make(entity),
                  await documents.make(entity),
                ];
                for (const { id, object } of made) {
                  const value = object.status;
                  if (typeof value !== 'string') {
                    continue;
                  }
                  const found = await readAll(admin, entity, 100, [
                    ['status', value],
                  ]);
                  expectThat(
                    found.some(item => item.id === id) &&
                      found.every(item => item.status === value),
                    'the list holds others, or not the one',
                    {
                      expected: value,
                      received: found.map(item => item.status),
                    },
                  );
                }
                if (status.type === 'enum') {
                  for (const value of ['no such status', '[$ne]', '']) {
                    const query = `status=${encodeURIComponent(value)}`;
                    expectError(
                      await admin.get(`${pathOf(entity)}?${query}`),
                      400,
                    );
                  }
                }
              }),
            ]
          : []),
      ];
    }),
};

async function searches({ entity, documents, admin, values }: MonolithContext) {
  for (const field of searchedFields(entity)) {
    const text = ['a.*b+', '(x|y)?', '[z]{2}', '50%_$^', 'back\\slash', 'plain']
      .map(each => `${values.word(8)} ${each}`)
      .filter(each => accepts(field, each));
    for (const each of text) {
      const { id } = await documents.make(entity, { [field.name]: each });
      for (const search of [each, each.toUpperCase()]) {
        const found = await readAll(admin, entity, 100, [['search', search]]);
        expectSame(
          'what is found',
          found.map(item => item.id),
          [id],
        );
      }
    }
    if (!text.length) {
      const { id, object } = await documents.make(entity);
      const value = object[field.name];
      if (typeof value === 'string' && value && codePoints(value) <= 200) {
        const found = await readAll(admin, entity, 100, [['search', value]]);
        expectThat(
          found.some(item => item.id === id),
          'the document is not found by its own text',
          { expected: id, received: found.map(item => item.id) },
        );
      }
    }
  }
  for (const pattern of ['.*', '^', '$', '[a-z]', '(', '\\', '*']) {
    const query = `search=${encodeURIComponent(pattern)}`;
    const answer = await admin.get(`${pathOf(entity)}?${query}`);
    expectStatus(answer, 200, 400);
    if (answer.status === 200) {
      const found = await readAll(admin, entity, 100, [['search', pattern]]);
      expectThat(
        found.every(item =>
          searchedFields(entity).some(({ name }) =>
            String(item[name] ?? '').includes(pattern),
          ),
        ),
        'what is found does not hold the text',
        { expected: pattern, received: found, exchange: answer },
      );
    }
  }
}

/**
 * How many documents of an entity a check can make whose unique fields have few
 * values: what it refers to may hold some of them.
 */
function mostOf({ entity, values }: MonolithContext): number {
  return Math.min(
    MANY,
    ...entity.fields
      .filter(({ unique }) => unique)
      .map(field => values.distinct(field, MANY + HELD).length - HELD),
  );
}

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
