import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { idsIn, readAll, readPage } from '../fixtures/pages';
import type { EntityContext } from '../fixtures/Suite';
import type { Query } from '../http/wire';
import { expectSame, expectThat } from '../runner/expect';
import { SkipCheck } from '../runner/types';
import type { Check } from '../runner/types';
import { sameOnWire } from '../values/sameOnWire';

const COMPARISONS = ['gt', 'gte', 'lt', 'lte'];

/** Makes a check of the group. */
export type MakeCheck = (
  name: string,
  run: (context: EntityContext) => Promise<void>,
  exclusive?: boolean,
) => Check;

/** Filters on one field. */
export function fieldFilterChecks(
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
