import type { Constraint } from '@pgsql/types';
import { namesOf, rangeNames } from './nodes';
import type { Schema, Table } from './Schema';

/** Adds a constraint of a table, or of a column of it. */
export function addConstraint(
  schema: Schema,
  table: Table,
  constraint: Constraint,
  line: number | undefined,
  column?: string,
): void {
  const own = column === undefined ? undefined : [column];
  const keys = own ?? namesOf(constraint.keys);
  const name = constraint.conname;
  switch (constraint.contype) {
    case 'CONSTR_PRIMARY':
      table.keyName = name;
      // ADD CONSTRAINT … USING INDEX names no columns.
      table.primaryKey =
        keys.length > 0 ? keys : indexColumns(table, constraint.indexname);
      break;
    case 'CONSTR_UNIQUE':
      table.indexes.push({
        name,
        columns:
          keys.length > 0 ? keys : indexColumns(table, constraint.indexname),
        isUnique: true,
        isPartial: false,
        line,
      });
      break;
    case 'CONSTR_FOREIGN':
      table.foreignKeys.push({
        name,
        columns: own ?? namesOf(constraint.fk_attrs),
        target: targetKey(schema, constraint),
        targetColumns: namesOf(constraint.pk_attrs),
        onDelete: constraint.fk_del_action ?? 'a',
        line,
      });
      break;
    case 'CONSTR_CHECK':
      if (constraint.raw_expr !== undefined)
        table.checks.push({ name, expression: constraint.raw_expr, line });
      break;
    case 'CONSTR_EXCLUSION':
      schema.note(
        `table ${table.name}`,
        `The exclusion constraint ${
          name ?? ''
        } is left out: a model compares no rows with each other.`,
        line,
      );
      break;
    default:
      addToColumn(table, constraint, column);
  }
}

/** A table may refer to one that comes later. */
function targetKey(schema: Schema, { pktable }: Constraint): string {
  const names = rangeNames(pktable);
  return schema.find(names)?.key ?? schema.keyOf(names);
}

function indexColumns(table: Table, name: string | undefined): string[] {
  return table.indexes.find(index => index.name === name)?.columns ?? [];
}

/** What says something of one column only. */
function addToColumn(
  table: Table,
  constraint: Constraint,
  name: string | undefined,
): void {
  const column = table.columns.get(name ?? '');
  if (column === undefined) return;
  switch (constraint.contype) {
    case 'CONSTR_NOTNULL':
      column.isRequired = true;
      break;
    case 'CONSTR_DEFAULT':
      column.default = constraint.raw_expr;
      break;
    case 'CONSTR_IDENTITY':
      column.isIdentity = true;
      column.isRequired = true;
      break;
    case 'CONSTR_GENERATED':
      column.isComputed = true;
      break;
    default:
  }
}
