import type {
  ResolvedEntity,
  ResolvedField,
} from '@perennial/plugin-perennial-common';
import { accepts, satisfies } from '../values/oracle';
import { timeMicroseconds } from '../values/calendar';
import { toUnits } from '../values/decimal';
import { ProblemError } from './ProblemError';
import type { StoredRow } from './types';

/** A list request that was understood. */
export interface ListQuery {
  page: number;
  limit: number;
  sort: { name: string; sign: number }[];
  matches(row: StoredRow): boolean;
}

type Test = (row: StoredRow) => boolean;

/** Reads a query; 422 for whatever is not understood. */
export function readQuery(
  entity: ResolvedEntity,
  parameters: URLSearchParams,
): ListQuery {
  const refuse = () => {
    throw new ProblemError(422, []);
  };
  const query: ListQuery = {
    page: 1,
    limit: 20,
    sort: [],
    matches: () => true,
  };
  const tests: Test[] = [];
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    const [value] = values;
    if (values.length > 1 && !name.endsWith('[in]')) {
      refuse();
    }
    if (name === 'page' || name === 'limit') {
      const most = name === 'page' ? 1_000_000 : 100;
      if (
        !/^\d{1,7}$/.test(value) ||
        Number(value) < 1 ||
        Number(value) > most
      ) {
        refuse();
      }
      query[name] = Number(value);
    } else if (name === 'sort') {
      query.sort = value.split(',').map(part => ({
        name: part.replace(/^-/, ''),
        sign: part.startsWith('-') ? -1 : 1,
      }));
      if (query.sort.some(one => !entity.sortable.includes(one.name))) {
        refuse();
      }
    } else if (name === 'q') {
      if (entity.searchable.length === 0) {
        refuse();
      }
      tests.push(searchTest(entity, value));
    } else {
      tests.push(filterTest(entity, name, values));
    }
  }
  query.matches = row => tests.every(test => test(row));
  return query;
}

function searchTest(entity: ResolvedEntity, text: string): Test {
  return row =>
    entity.searchable.some(field =>
      String(row.values[field.name] ?? '')
        .toLowerCase()
        .includes(text.toLowerCase()),
    );
}

function filterTest(
  entity: ResolvedEntity,
  parameter: string,
  values: string[],
): Test {
  const match = /^([^[\]]+)(?:\[(in|gt|gte|lt|lte)\])?$/.exec(parameter);
  const [, name = '', operator = ''] = match ?? [];
  const field = entity.fields.find(one => one.name === name);
  const relation = entity.relations.find(
    one => one.wireName === name && one.kind !== 'manyToMany',
  );
  const comparison = !['', 'in'].includes(operator);
  const usable = relation
    ? !comparison
    : field?.filterable && (!comparison || field.comparable);
  const read = values.map(value =>
    relation ? idOf(relation.schema, value) : fieldValue(field, value),
  );
  if (!match || !usable || read.includes(undefined)) {
    throw new ProblemError(422, []);
  }
  if (!comparison) {
    return row =>
      read.some(one => rank(field, row.values[name]) === rank(field, one));
  }
  const wanted = rank(field, read[0]);
  return row => {
    const found = rank(field, row.values[name]);
    if (found === undefined || wanted === undefined) {
      return false;
    }
    return (
      (operator.endsWith('e') && found === wanted) ||
      (operator.startsWith('g') ? found > wanted : found < wanted)
    );
  };
}

function idOf(schema: object, text: string): unknown {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : text;
  return satisfies(schema, value) ? value : undefined;
}

function fieldValue(field: ResolvedField | undefined, text: string): unknown {
  if (!field) {
    return undefined;
  }
  let value: unknown = text;
  if (field.type === 'integer' || field.type === 'number') {
    value = text.trim() === text && text !== '' ? Number(text) : undefined;
  } else if (field.type === 'boolean') {
    value = { true: true, false: false }[text];
  }
  return accepts(field, value) ? value : undefined;
}

/** A value that compares with < and === as the field's values do. */
export function rank(
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
    case 'dateTime':
      return Date.parse(String(value));
    default:
      return typeof value === 'number' ? value : String(value);
  }
}
