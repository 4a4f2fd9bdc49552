import type { ColumnRef, DropStmt, Node } from '@pgsql/types';
import { asKind, namesOf } from './nodes';
import type { Check, Schema, Table } from './Schema';

/** The columns that a condition speaks of. */
function columnsIn(condition: Node): string[] {
  const columns = new Set<string>();
  JSON.stringify(condition, (kind, value: unknown) => {
    const { fields } = (kind === 'ColumnRef' ? value : {}) as ColumnRef;
    const column = namesOf(fields).pop();
    if (column !== undefined) columns.add(column);
    return value;
  });
  return [...columns];
}

/** Takes a column away, with all that rests on it. */
export function dropColumn(schema: Schema, table: Table, name: string): void {
  if (!table.columns.delete(name)) return;
  const isFree = ({ columns }: { columns: string[] }) =>
    !columns.includes(name);
  table.foreignKeys = table.foreignKeys.filter(isFree);
  table.indexes = table.indexes.filter(isFree);
  table.checks = table.checks.filter(
    ({ expression }) => !columnsIn(expression).includes(name),
  );
  if (table.primaryKey?.includes(name)) table.primaryKey = undefined;
  for (const other of schema.tables.values()) {
    other.foreignKeys = other.foreignKeys.filter(
      ({ target, targetColumns }) =>
        target !== table.key || !targetColumns.includes(name),
    );
  }
}

/** The name that PostgreSQL gives to a constraint without one. */
function defaultName(table: Table, columns: string[], kind: string): string {
  return [table.name, ...columns, kind].join('_');
}

/** A condition on one column is named after it. */
function checkName(table: Table, { expression }: Check): string {
  const columns = columnsIn(expression);
  return defaultName(table, columns.length === 1 ? columns : [], 'check');
}

/** Takes a constraint away, whether the script has named it or PostgreSQL. */
export function dropConstraint(table: Table, name: string): void {
  table.foreignKeys = table.foreignKeys.filter(
    key => (key.name ?? defaultName(table, key.columns, 'fkey')) !== name,
  );
  table.indexes = table.indexes.filter(
    index => (index.name ?? defaultName(table, index.columns, 'key')) !== name,
  );
  table.checks = table.checks.filter(
    check => (check.name ?? checkName(table, check)) !== name,
  );
  if ((table.keyName ?? defaultName(table, [], 'pkey')) === name)
    table.primaryKey = undefined;
}

function dropTable(schema: Schema, key: string): void {
  if (!schema.tables.delete(key)) return;
  for (const other of schema.tables.values())
    other.foreignKeys = other.foreignKeys.filter(
      ({ target }) => target !== key,
    );
}

/** Reads DROP TABLE and DROP INDEX. */
export function readDrop(
  { removeType, objects }: DropStmt,
  schema: Schema,
): void {
  for (const object of objects ?? []) {
    const names = namesOf(asKind(object, 'List')?.items);
    if (removeType === 'OBJECT_TABLE') dropTable(schema, schema.keyOf(names));
    else if (removeType === 'OBJECT_INDEX') {
      const name = names[names.length - 1];
      for (const table of schema.tables.values())
        table.indexes = table.indexes.filter(index => index.name !== name);
    }
  }
}
