import type {
  ResolvedEntity,
  ResolvedField,
} from '@perennial/plugin-perennial-common';
import { idsIn, readAll, readPage } from '../fixtures/pages';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import { toManyRelations, toOneRelations } from '../fixtures/entities';
import type { Query } from '../http/wire';
import { expectSame, expectThat } from '../runner/expect';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';
import { SkipCheck } from '../runner/types';
import { sameOnWire } from '../values/sameOnWire';

const group = 'filters';
const RESERVED = ['page', 'limit', 'sort', 'q'];
const COMPARISONS = ['gt', 'gte', 'lt', 'lte'];

/** Filters on fields and relations. */
export const filtering: CheckGroup = {
  id: group,
  title: 'Filtering a collection',
  checks: suite =>
    suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
};

type MakeCheck = (
  name: string,
  run: (context: EntityContext) => Promise<void>,
  exclusive?: boolean,
) => Check;

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check: MakeCheck = (name, run, exclusive = false) =>
    entityCheck({ suite, group, entity, name, run, exclusive });
  const refused = (name: string, query: Query) =>
    check(name, async ({ client }) => {
      expectProblem(await client.get(entity.path, query), 422);
    });
  const unfilterable = entity.fields.filter(
    field => !field.filterable && !RESERVED.includes(field.name),
  );
  return [
    refused('an unknown parameter answers 422', [['no_such_parameter', '1']]),
    refused('an unknown parameter with brackets answers 422', [
      ['no_such[gt]', '1'],
    ]),
    refused('__proto__ as a parameter answers 422', [
      ['__proto__[polluted]', '1'],
    ]),
    refused('id is no filter: 422', [['id[$ne]', '1']]),
    ...['page', 'limit', 'sort'].map(name =>
      refused(`a repeated "${name}" answers 422`, [
        [name, name === 'sort' ? 'id' : '1'],
        [name, name === 'sort' ? 'id' : '1'],
      ]),
    ),
    ...unfilterable.map(field =>
      refused(`"${field.name}" is not filterable: 422`, [
        [field.name, String(field.examples[0])],
      ]),
    ),
    ...toManyRelations(entity).map(relation =>
      refused(`"${relation.wireName}" is not filterable: 422`, [
        [relation.wireName, 'f0f0f0f0-f0f0-4f0f-8f0f-f0f0f0f0f0f0'],
      ]),
    ),
    ...entity.fields
      .filter(field => field.filterable)
      .flatMap(field => fieldChecks(field, check, refused)),
    ...toOneRelations(entity).flatMap(relation => [
      check(`"${relation.wireName}" filters`, async context => {
        const { rows, client } = context;
        const one = await rows.make(entity);
        const target = await rows.make(
          suite.model.entities.find(
            other => other.name === relation.target.name,
          )!,
        );
        const two = await rows.make(entity, { [relation.wireName]: target.id });
        const found = idsIn(
          await readAll(client, entity, [
            [relation.wireName, String(target.id)],
          ]),
        );
        expectSame('the rows', found, [two.id]);
        const both = idsIn(
          await readAll(client, entity, [
            [`${relation.wireName}[in]`, String(target.id)],
          ]),
        );
        expectSame('the rows of [in]', both, [two.id]);
        expectThat(!found.includes(one.id), 'a row of another target is found');
      }),
      refused(`"${relation.wireName}" refuses a malformed id: 422`, [
        [relation.wireName, 'not-an-id'],
      ]),
      refused(`"${relation.wireName}[gt]" answers 422`, [
        [`${relation.wireName}[gt]`, '1'],
      ]),
    ]),
  ];
}

function fieldChecks(
  field: ResolvedField,
  check: MakeCheck,
  refused: (name: string, query: Query) => Check,
): Check[] {
  const example = queryValue(field.examples[0]);
  const { name } = field;
  return [
    check(`"${name}" filters by a value`, context => equals(context, field)),
    check(`"${name}[in]" filters by several values`, context =>
      within(context, field),
    ),
    ...(field.comparable
      ? [
          check(
            `"${name}[gt|gte|lt|lte]" compares`,
            context => compares(context, field),
            true,
          ),
        ]
      : COMPARISONS.map(operator =>
          refused(`"${name}[${operator}]" is unavailable: 422`, [
            [`${name}[${operator}]`, example],
          ]),
        )),
    refused(`"${name}" repeated answers 422`, [
      [name, example],
      [name, example],
    ]),
    ...['$ne', 'ne', 'like', 'regex', ''].map(operator =>
      refused(`"${name}[${operator}]" answers 422`, [
        [`${name}[${operator}]`, example],
      ]),
    ),
    refused(`"${name}[in][gt]" answers 422`, [[`${name}[in][gt]`, example]]),
    ...(['string', 'text'].includes(field.type)
      ? []
      : [
          refused(`"${name}" refuses a value of another type: 422`, [
            [name, '~x'],
          ]),
          refused(`"${name}[in]" refuses a value of another type: 422`, [
            [`${name}[in]`, example],
            [`${name}[in]`, '~x'],
          ]),
        ]),
    ...(field.comparable
      ? [
          refused(`"${name}[gt]" repeated answers 422`, [
            [`${name}[gt]`, example],
            [`${name}[gt]`, example],
          ]),
        ]
      : []),
  ];
}

function queryValue(value: unknown): string {
  return String(value);
}

async function staged(context: EntityContext, field: ResolvedField) {
  const [one, two] = context.values.distinct(field, 2);
  if (two === undefined) {
    throw new SkipCheck(`"${field.name}" has one value only`);
  }
  const { rows, entity } = context;
  const first = await rows.make(entity, { [field.name]: one });
  const second = await rows.make(entity, { [field.name]: two });
  return { one, two, first, second };
}

async function equals(context: EntityContext, field: ResolvedField) {
  const { entity, client } = context;
  const { one, first, second } = await staged(context, field);
  const items = await readAll(client, entity, [[field.name, queryValue(one)]]);
  expectThat(idsIn(items).includes(first.id), 'the row is not found', {
    expected: first.object[field.name],
    received: items.map(item => item[field.name]),
  });
  expectThat(!idsIn(items).includes(second.id), 'another row is found', {
    expected: first.object[field.name],
    received: items.map(item => item[field.name]),
  });
  expectThat(
    items.every(item => sameOnWire(field, one, item[field.name])),
    'rows of other values are found',
    { expected: one, received: items.map(item => item[field.name]) },
  );
}

async function within(context: EntityContext, field: ResolvedField) {
  const { entity, client } = context;
  const { one, two, first, second } = await staged(context, field);
  const parameter = `${field.name}[in]`;
  const items = await readAll(client, entity, [
    [parameter, queryValue(one)],
    [parameter, queryValue(two)],
  ]);
  const ids = idsIn(items);
  expectThat(
    ids.includes(first.id) && ids.includes(second.id),
    'a row of the listed values is not found',
    { expected: [one, two], received: items.map(item => item[field.name]) },
  );
  expectThat(
    items.every(item =>
      [one, two].some(value => sameOnWire(field, value, item[field.name])),
    ),
    'rows of other values are found',
    { expected: [one, two], received: items.map(item => item[field.name]) },
  );
  const single = await readAll(client, entity, [[parameter, queryValue(one)]]);
  expectThat(
    idsIn(single).includes(first.id) && !idsIn(single).includes(second.id),
    'one listed value does not filter like f=v',
    { expected: one, received: single.map(item => item[field.name]) },
  );
}

/** Whatever the order of the type, the four comparisons part the rows by it. */
async function compares(context: EntityContext, field: ResolvedField) {
  const { entity, client } = context;
  const { one, two, first, second } = await staged(context, field);
  const holds = async (operator: string, value: unknown, id: unknown) => {
    const items = await readAll(client, entity, [
      [`${field.name}[${operator}]`, queryValue(value)],
    ]);
    return idsIn(items).includes(id);
  };
  for (const [value, id] of [
    [one, first.id],
    [two, second.id],
  ]) {
    for (const [operator, expected] of [
      ['gte', true],
      ['lte', true],
      ['gt', false],
      ['lt', false],
    ] as const) {
      expectThat(
        (await holds(operator, value, id)) === expected,
        `[${operator}] with a row's own value ${
          expected ? 'leaves it out' : 'finds it'
        }`,
        { expected: `${operator} ${String(value)}` },
      );
    }
  }
  const after = await holds('gt', one, second.id);
  const before = await holds('lt', one, second.id);
  expectThat(
    after !== before,
    'a row is neither or both before and after another',
    {
      expected: `${String(two)} on one side of ${String(one)}`,
      received: { after, before },
    },
  );
  const down = await holds('lt', two, first.id);
  expectSame('the order seen from the other row', down, after);
  const numeric = ['integer', 'number', 'decimal', 'bigInteger'];
  if (numeric.includes(field.type)) {
    expectSame('the order of numbers', after, Number(two) > Number(one));
  }
  const parts = await Promise.all(
    ['gt', 'lte'].map(operator =>
      readPage(client, entity, [
        [`${field.name}[${operator}]`, queryValue(one)],
      ]),
    ),
  );
  const present = (await readAll(client, entity)).filter(
    item => item[field.name] !== null,
  ).length;
  expectSame(
    'the rows of gt and lte together',
    parts[0].total + parts[1].total,
    present,
  );
}
