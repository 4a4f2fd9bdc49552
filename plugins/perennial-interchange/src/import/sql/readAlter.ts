import type { AlterTableCmd, AlterTableStmt } from '@pgsql/types';
import { addConstraint } from './constraints';
import { dropColumn, dropConstraint } from './drops';
import { asKind, rangeNames } from './nodes';
import type { Column, Table } from './Schema';
import { addColumn, type ReadContext } from './readTable';

function changeColumn(
  column: Column,
  command: AlterTableCmd,
  { schema }: ReadContext,
): void {
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
    case 'AT_DropIdentity':
      column.isIdentity = false;
      break;
    case 'AT_DropExpression':
      column.isComputed = false;
      break;
    case 'AT_AlterColumnType': {
      const type = asKind(command.def, 'ColumnDef')?.typeName;
      column.type = type === undefined ? column.type : schema.inFull(type);
      break;
    }
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
      dropColumn(context.schema, table, command.name ?? '');
      break;
    case 'AT_AddConstraint':
      if (constraint?.contype === 'CONSTR_IDENTITY') break;
      if (constraint !== undefined)
        addConstraint(context.schema, table, constraint, line);
      break;
    case 'AT_DropConstraint':
      dropConstraint(table, command.name ?? '');
      break;
    case 'AT_AttachPartition': {
      const partition = asKind(command.def, 'PartitionCmd')?.name;
      const attached = context.schema.find(rangeNames(partition));
      if (attached === undefined) break;
      context.schema.tables.delete(attached.key);
      context.schema.note(
        `table ${partition?.relname}`,
        'It is a partition, and a service keeps all rows in one table.',
        line,
      );
      break;
    }
    default: {
      const column = table.columns.get(command.name ?? '');
      if (column !== undefined) changeColumn(column, command, context);
    }
  }
}

/** Reads ALTER TABLE. */
export function readAlterTable(
  statement: AlterTableStmt,
  line: number,
  context: ReadContext,
): void {
  const table = context.schema.find(rangeNames(statement.relation));
  // Owners and storage of sequences, views and indexes are changed in the same way.
  if (table === undefined) return;
  for (const node of statement.cmds ?? []) {
    const command = asKind(node, 'AlterTableCmd');
    if (command !== undefined) readCommand(table, command, line, context);
  }
}
