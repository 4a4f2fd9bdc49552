import type {
  AlterObjectSchemaStmt,
  ColumnRef,
  Node,
  RenameStmt,
} from '@pgsql/types';
import { asKind, namesOf, rangeNames } from './nodes';
import type { Schema, Table } from './Schema';

/** A condition that calls a column by its new name. */
function withColumnRenamed(condition: Node, from: string, to: string): Node {
  const renamed = ({ fields = [], ...rest }: ColumnRef): ColumnRef => ({
    ...rest,
    fields: fields.map(field =>
      asKind(field, 'String')?.sval === from ? { String: { sval: to } } : field,
    ),
  });
  return JSON.parse(JSON.stringify(condition), (kind, value) =>
    kind === 'ColumnRef' ? renamed(value as ColumnRef) : value,
  ) as Node;
}

function renameColumn(
  schema: Schema,
  table: Table,
  from: string,
  to: string,
): void {
  if (!table.columns.has(from)) return;
  const renamed = (names: string[]) =>
    names.map(name => (name === from ? to : name));
  table.columns = new Map(
    [...table.columns.values()].map(column => {
      const name = column.name === from ? to : column.name;
      return [name, { ...column, name }];
    }),
  );
  table.primaryKey = table.primaryKey && renamed(table.primaryKey);
  for (const index of table.indexes) index.columns = renamed(index.columns);
  for (const check of table.checks)
    check.expression = withColumnRenamed(check.expression, from, to);
  for (const key of table.foreignKeys) key.columns = renamed(key.columns);
  for (const { foreignKeys } of schema.tables.values()) {
    for (const key of foreignKeys)
      if (key.target === table.key)
        key.targetColumns = renamed(key.targetColumns);
  }
}

function renameConstraint(table: Table, from: string, to: string): void {
  const { foreignKeys, checks, indexes } = table;
  for (const constraint of [...foreignKeys, ...checks, ...indexes])
    if (constraint.name === from) constraint.name = to;
  if (table.keyName === from) table.keyName = to;
}

function renameType(schema: Schema, names: string[], to: string): void {
  const type = schema.type(names);
  if (type !== undefined) schema.addType([...names.slice(0, -1), to], type);
}

/** Reads ALTER … RENAME. */
export function readRename(statement: RenameStmt, schema: Schema): void {
  const { renameType: kind, subname = '', newname: to = '' } = statement;
  if (kind === 'OBJECT_TYPE' || kind === 'OBJECT_DOMAIN') {
    const names = namesOf(asKind(statement.object, 'List')?.items);
    renameType(schema, names, to);
  }
  const table = schema.find(rangeNames(statement.relation));
  if (table === undefined) return;
  if (kind === 'OBJECT_TABLE')
    schema.move(table, [table.schema ?? 'public', to]);
  else if (kind === 'OBJECT_COLUMN') renameColumn(schema, table, subname, to);
  else if (kind === 'OBJECT_TABCONSTRAINT')
    renameConstraint(table, subname, to);
}

/** Reads ALTER TABLE … SET SCHEMA. */
export function readMove(
  { objectType, relation, newschema }: AlterObjectSchemaStmt,
  schema: Schema,
): void {
  const table = schema.find(rangeNames(relation));
  if (objectType !== 'OBJECT_TABLE' || newschema === undefined) return;
  if (table !== undefined) schema.move(table, [newschema, table.name]);
}
