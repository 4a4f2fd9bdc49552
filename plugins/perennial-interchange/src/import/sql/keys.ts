import { normaliseName, type IdType } from '@perennial/plugin-perennial-common';
import { typeOf } from './columnTypes';
import type { DraftEntity } from '../build';
import type { Column, ForeignKey, Schema, Table } from './Schema';

/** Whether columns are unique together. */
export function isUnique(table: Table, columns: string[]): boolean {
  const wanted = [...columns].sort().join('\0');
  return [
    table.primaryKey ?? [],
    ...table.indexes
      .filter(index => index.isUnique && !index.isPartial)
      .map(index => index.columns),
  ].some(key => [...key].sort().join('\0') === wanted);
}

function isId({ name }: Column): boolean {
  return normaliseName(name) === 'id';
}

/** The type of the id that a column becomes; undefined where it is none that an id has. */
function idTypeOf(column: Column, schema: Schema): IdType | undefined {
  const type = typeOf(column.type, schema).field?.type;
  if (type === 'uuid') return 'uuid';
  return type === 'integer' || type === 'bigInteger' ? 'integer' : undefined;
}

/** A table without a primary key may still have a column that is meant to be one. */
function addMissingKey(
  entity: DraftEntity,
  table: Table,
  schema: Schema,
): string | undefined {
  const column = [...table.columns.values()].find(isId);
  const type = column && idTypeOf(column, schema);
  if (column === undefined || type === undefined) {
    entity.note('It has no primary key; its rows get an id.');
    return undefined;
  }
  entity.note('It has no primary key; the column id becomes it.');
  entity.setKey(type);
  return column.name;
}

/**
 * Makes the id of a table's primary key.
 *
 * @returns the column that became the id
 */
export function addKey(
  entity: DraftEntity,
  table: Table,
  references: ForeignKey[],
  schema: Schema,
): string | undefined {
  const key = table.primaryKey ?? [];
  if (key.length === 0) return addMissingKey(entity, table, schema);
  const columns = new Set(references.map(({ columns: [column] }) => column));
  if (key.length > 1) {
    entity.note(
      `Its primary key (${key.join(
        ', ',
      )}) is not kept: rows get an id, and nothing keeps these together unique.`,
    );
    return undefined;
  }
  const [name] = key;
  const column = table.columns.get(name);
  if (column === undefined) return undefined;
  if (columns.has(name)) {
    entity.note(
      'The row that it refers to gives it its primary key; in the model it has an id of its own, and refers to one row each.',
      name,
      column.line,
    );
    return undefined;
  }
  const type = idTypeOf(column, schema);
  if (type === undefined && isId(column)) {
    entity.note(
      'The primary key is no number and no UUID: it becomes an id as the database has it.',
      name,
      column.line,
    );
    entity.setKey(undefined);
    return name;
  }
  if (type === undefined) {
    entity.note(
      'The primary key is no number and no UUID: rows get an id, and it becomes a unique field.',
      name,
      column.line,
    );
    column.isRequired = true;
    table.indexes.push({ columns: [name], isUnique: true, isPartial: false });
    return undefined;
  }
  entity.setKey(type);
  if (name !== 'id')
    entity.note(
      'The primary key is called id in the model.',
      name,
      column.line,
    );
  return name;
}
