import { typeOf } from './columnTypes';
import type { DraftEntity } from '../build';
import type { ForeignKey, Schema, Table } from './Schema';

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
  if (key.length === 0) {
    entity.note('It has no primary key; its rows get an id.');
    return undefined;
  }
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
  const type = typeOf(column.type, schema).field?.type;
  if (type !== 'integer' && type !== 'bigInteger' && type !== 'uuid') {
    entity.note(
      'The primary key is no number and no UUID: rows get an id, and it becomes a unique field.',
      name,
      column.line,
    );
    column.isRequired = true;
    table.indexes.push({ columns: [name], isUnique: true, isPartial: false });
    return undefined;
  }
  entity.setKey(type === 'uuid' ? 'uuid' : 'integer');
  if (name !== 'id')
    entity.note(
      'The primary key is called id in the model.',
      name,
      column.line,
    );
  return name;
}
