import type { AlterTableCmd, AlterTableStmt, RenameStmt } from '@pgsql/types';
import { addConstraint } from './constraints';
import { asKind, tableKey } from './nodes';
import type { Column, Table } from './Schema';
import { addColumn, type ReadContext } from './readTable';

function dropConstraint(table: Table, name: string | undefined): void {
  const others = <Named extends { name?: string }>(list: Named[]) =>
    list.filter(constraint => constraint.name !== name);
  table.foreignKeys = others(table.foreignKeys);
  table.checks = others(table.checks);
  table.indexes = others(table.indexes);
}

function changeColumn(column: Column, command: AlterTableCmd): void {
  switch (command.subtype) {
    case 'AT_ColumnDefault':
      column.default = command.def;
      break;
    case 'AT_SetNotNull':
      column.isRequired = true;
      break;
    case 'AT_DropNotNull':
      column.isRequired = false;
      break;
    case 'AT_AddIdentity':
      column.isIdentity = true;
      break;
    case 'AT_AlterColumnType':
      column.type = asKind(command.def, 'ColumnDef')?.typeName ?? column.type;
      break;
    default:
  }
}

function readCommand(
  table: Table,
  command: AlterTableCmd,
  line: number,
  context: ReadContext,
): void {
  const definition = asKind(command.def, 'ColumnDef');
  const constraint = asKind(command.def, 'Constraint');
  switch (command.subtype) {
    case 'AT_AddColumn':
      if (definition !== undefined) addColumn(table, definition, context);
      break;
    case 'AT_DropColumn':
      table.columns.delete(command.name ?? '');
      break;
    case 'AT_AddConstraint':
      if (constraint?.contype === 'CONSTR_IDENTITY') break;
      if (constraint !== undefined)
        addConstraint(context.schema, table, constraint, line);
      break;
    case 'AT_DropConstraint':
      dropConstraint(table, command.name);
      break;
    case 'AT_AttachPartition': {
      const partition = asKind(command.def, 'PartitionCmd')?.name;
      if (!context.schema.tables.delete(tableKey(partition))) break;
      context.schema.note(
        `table ${partition?.relname}`,
        'It is a partition, and a service keeps all rows in one table.',
        line,
      );
      break;
    }
    default: {
      const column = table.columns.get(command.name ?? '');
      if (column !== undefined) changeColumn(column, command);
    }
  }
}

/** Reads ALTER TABLE. */
export function readAlterTable(
  statement: AlterTableStmt,
  line: number,
  context: ReadContext,
): void {
  const key = tableKey(statement.relation);
  const table = context.schema.table(key);
  // Owners and storage of sequences, views and indexes are changed in the same way.
  if (table === undefined) return;
  for (const node of statement.cmds ?? []) {
    const command = asKind(node, 'AlterTableCmd');
    if (command !== undefined) readCommand(table, command, line, context);
  }
}

/** Reads ALTER … RENAME. */
export function readRename(
  statement: RenameStmt,
  line: number,
  { schema }: ReadContext,
): void {
  const table = schema.table(tableKey(statement.relation));
  if (table === undefined || statement.newname === undefined) return;
  if (statement.renameType === 'OBJECT_TABLE') table.name = statement.newname;
  else if (statement.renameType === 'OBJECT_COLUMN') {
    schema.note(
      `table ${table.name}, column ${statement.subname}`,
      `It is renamed to ${statement.newname} later on, which is not followed. Import the schema as it is, for instance from pg_dump --schema-only.`,
      line,
    );
  }
}
