import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { idsIn, readAll, readPage } from '../fixtures/pages';
import type { Item } from '../fixtures/pages';
import type { EntityContext } from '../fixtures/Suite';
import { expectSame, expectThat } from '../runner/expect';
import { SkipCheck } from '../runner/types';
import { timeMicroseconds } from '../values/calendar';
import { toUnits } from '../values/decimal';

const SMALL_PAGE = 3;
const PAGES_COMPARED = 5;

/** A name orders the rows by its values, and the other way round with a minus. */
export async function orders(
  context: EntityContext,
  name: string,
): Promise<void> {
  const { entity, client } = context;
  const upwards = await readPage(client, entity, [
    ['sort', name],
    ['limit', '100'],
  ]);
  const downwards = await readPage(client, entity, [
    ['sort', `-${name}`],
    ['limit', '100'],
  ]);
  const field = entity.fields.find(one => one.name === name);
  for (const [{ items, exchange }, sign] of [
    [upwards, 1],
    [downwards, -1],
  ] as const) {
    const keys = items.map(item => sortKey(field, item[name]));
    const present = keys.filter(key => key !== undefined);
    const firstNull = keys.indexOf(undefined);
    expectThat(
      firstNull < 0 ||
        new Set(keys.slice(firstNull)).size === 1 ||
        keys
          .slice(0, keys.length - present.length)
          .every(key => key === undefined),
      `sort by ${name}: rows without a value are scattered`,
      { received: items.map(item => item[name]), exchange },
    );
    if (isOrderedByValue(field, name)) {
      expectThat(
        present.every(
          (key, index) =>
            index === 0 ||
            (sign > 0
              ? present[index - 1]! <= key!
              : present[index - 1]! >= key!),
        ),
        `sort by ${sign > 0 ? '' : '-'}${name}: the rows are not in order`,
        { received: items.map(item => item[name]), exchange },
      );
    }
  }
  if (upwards.total <= 100) {
    const values = (items: Item[]) =>
      items.map(item => item[name]).filter(value => value !== null);
    expectSame(
      `the values of sort=-${name}`,
      values(downwards.items),
      values(upwards.items).reverse(),
      downwards.exchange,
    );
  }
}

/** Rows that tie in the first name are in the order of the second. */
export async function sortsTwice(context: EntityContext): Promise<void> {
  const { entity, rows, client, values } = context;
  const [first, second] = entity.fields.filter(
    field =>
      field.sortable && !field.unique && isOrderedByValue(field, field.name),
  );
  if (second === undefined) {
    throw new SkipCheck('no two fields sort in an order that is known');
  }
  const ids: unknown[] = [];
  for (const one of values.distinct(first, 2)) {
    for (const other of values.distinct(second, 2)) {
      const body = { [first.name]: one, [second.name]: other };
      ids.push((await rows.make(entity, body)).id);
    }
  }
  for (const [direction, sort] of [
    [1, `${first.name},${second.name}`],
    [-1, `${first.name},-${second.name}`],
  ] as const) {
    const mine = (await readAll(client, entity, [['sort', sort]])).filter(
      item => ids.includes(item.id),
    );
    const inOrder = mine.every((item, index) => {
      const before = mine[index - 1];
      return (
        before === undefined ||
        sortKey(first, before[first.name])! <
          sortKey(first, item[first.name])! ||
        (sortKey(first, before[first.name]) ===
          sortKey(first, item[first.name]) &&
          (direction > 0
            ? sortKey(second, before[second.name])! <=
              sortKey(second, item[second.name])!
            : sortKey(second, before[second.name])! >=
              sortKey(second, item[second.name])!))
      );
    });
    expectThat(inOrder, `sort=${sort}: the rows are not in order`, {
      received: mine.map(item => [item[first.name], item[second.name]]),
    });
  }
}

/** Texts are in the database's own order, which only has to be one. */
function isOrderedByValue(field: ResolvedField | undefined, name: string) {
  return field
    ? !['string', 'text', 'email', 'uri', 'enum', 'uuid'].includes(field.type)
    : name !== 'id';
}

function sortKey(
  field: ResolvedField | undefined,
  value: unknown,
): number | bigint | string | undefined {
  if (value === null || value === undefined) {
    return undefined;
  }
  switch (field?.type) {
    case 'decimal':
    case 'bigInteger':
      return toUnits(String(value), 40);
    case 'time':
      return timeMicroseconds(String(value));
    case 'boolean':
      return Number(value);
    case 'integer':
    case 'number':
      return Number(value);
    case 'date':
      return String(value);
    case 'dateTime':
    case undefined:
      return Number.isNaN(Date.parse(String(value)))
        ? String(value)
        : Date.parse(String(value));
    default:
      return String(value);
  }
}

/** Small pages are parts of the whole order. */
export async function keepsOrderOverPages(
  context: EntityContext,
  sort: string,
): Promise<void> {
  const { entity, client } = context;
  const whole = idsIn(await readAll(client, entity, [['sort', sort]]));
  for (let page = 1; page <= PAGES_COMPARED; page += 1) {
    const part = await readPage(client, entity, [
      ['sort', sort],
      ['page', String(page)],
      ['limit', String(SMALL_PAGE)],
    ]);
    expectSame(
      `page ${page} of sort=${sort}`,
      idsIn(part.items),
      whole.slice((page - 1) * SMALL_PAGE, page * SMALL_PAGE),
      part.exchange,
    );
  }
}
