import type { ColumnDef, CreateStmt, TableLikeClause } from '@pgsql/types';
import { addConstraint } from './constraints';
import { allOf, asKind, rangeNames } from './nodes';
import type { Column, Schema, Table } from './Schema';

/** What a reader needs of the script beside the statement. */
export interface ReadContext {
  schema: Schema;
  lineAt(location: number | undefined): number | undefined;
}

/** A column without its constraints. */
export function bareColumn(
  definition: ColumnDef,
  context: ReadContext,
): Column {
  return {
    name: definition.colname ?? '',
    line: context.lineAt(definition.location),
    type: context.schema.inFull(definition.typeName ?? {}),
    isRequired: definition.is_not_null ?? false,
    isIdentity: false,
    isComputed: false,
  };
}

/** Adds a column to a table, with what its definition says. */
export function addColumn(
  table: Table,
  definition: ColumnDef,
  context: ReadContext,
): void {
  const column = bareColumn(definition, context);
  table.columns.set(column.name, column);
  for (const constraint of allOf(definition.constraints, 'Constraint'))
    addConstraint(context.schema, table, constraint, column.line, column.name);
}

/** Takes over the columns of another table, for INHERITS and LIKE. */
function copyColumns(
  table: Table,
  names: string[],
  how: string,
  { schema }: ReadContext,
): Table | undefined {
  const source = schema.find(names);
  schema.note(
    `table ${table.name}`,
    source === undefined
      ? `It ${how} ${names.join(
          '.',
        )}, which is not in the source: its columns are missing.`
      : `It ${how} ${source.name}: its columns are copied.`,
    table.line,
  );
  for (const column of source?.columns.values() ?? [])
    table.columns.set(column.name, { ...column });
  return source;
}

/** Bits of what LIKE … INCLUDING takes over beside columns. */
const CONSTRAINTS = 1 << 2;
const INDEXES = 1 << 6;

function copyLike(
  table: Table,
  { relation, options = 0 }: TableLikeClause,
  context: ReadContext,
): void {
  const source = copyColumns(table, rangeNames(relation), 'is like', context);
  if (source === undefined) return;
  if ((options & CONSTRAINTS) !== 0) table.checks.push(...source.checks);
  if ((options & INDEXES) === 0) return;
  table.primaryKey ??= source.primaryKey;
  table.indexes.push(...source.indexes.map(index => ({ ...index })));
}

/** Reads CREATE TABLE. */
export function readCreateTable(
  statement: CreateStmt,
  line: number,
  context: ReadContext,
): void {
  const { relation } = statement;
  const { schema } = context;
  const key = schema.keyOf(rangeNames(relation));
  const place = `table ${relation?.relname}`;
  if (statement.partbound !== undefined) {
    schema.note(
      place,
      'It is a partition, and a service keeps all rows in one table.',
      line,
    );
    return;
  }
  if (relation?.relpersistence === 't') {
    schema.note(place, 'It is temporary, so it is left out.', line);
    return;
  }
  if (schema.tables.has(key)) {
    if (!statement.if_not_exists)
      schema.note(place, 'It is made twice, and the first one counts.', line);
    return;
  }
  const table: Table = {
    key,
    schema: relation?.schemaname ?? schema.current,
    name: relation?.relname ?? '',
    line,
    columns: new Map(),
    foreignKeys: [],
    checks: [],
    indexes: [],
  };
  schema.add(table);
  if (statement.partspec !== undefined)
    schema.note(place, 'It is partitioned, and becomes one table.', line);
  for (const parent of allOf(statement.inhRelations, 'RangeVar')) {
    const names = rangeNames(parent);
    const source = copyColumns(table, names, 'inherits from', context);
    table.checks.push(...(source?.checks ?? []));
  }
  for (const element of statement.tableElts ?? []) {
    const column = asKind(element, 'ColumnDef');
    if (column !== undefined) addColumn(table, column, context);
    const like = asKind(element, 'TableLikeClause');
    if (like !== undefined) copyLike(table, like, context);
    const constraint = asKind(element, 'Constraint');
    if (constraint !== undefined)
      addConstraint(
        schema,
        table,
        constraint,
        context.lineAt(constraint.location),
      );
  }
}
