import { normaliseName } from '@perennial/plugin-perennial-common';
import type { DraftEntity, DraftField } from '../build';
import { applyChecks } from './applyChecks';
import { applyIndexes } from './applyIndexes';
import { typeOf, type ColumnType } from './columnTypes';
import { defaultOf } from './defaults';
import type { Column, Schema, Table } from './Schema';

/** Moments that the service fills in itself. */
const STAMPS = ['createdat', 'updatedat', 'deletedat'];

function applyDefault(
  entity: DraftEntity,
  field: DraftField,
  column: Column,
  type: ColumnType,
): void {
  const { value, isComputed } = defaultOf(
    column.default ?? type.default,
    field,
  );
  if (value !== undefined) field.default = value;
  if (!isComputed && !column.isIdentity && !type.isCounted) return;
  if (STAMPS.includes(normaliseName(column.name))) return;
  const wasRequired = field.required;
  delete field.required;
  entity.note(
    `The database computes its default, and a model has fixed ones only: there is none${
      wasRequired ? ', and the field is optional' : ''
    }.`,
    column.name,
    column.line,
  );
}

function toField(
  entity: DraftEntity,
  column: Column,
  schema: Schema,
): DraftField | undefined {
  const type = typeOf(column.type, schema);
  if (type.note !== undefined) entity.note(type.note, column.name, column.line);
  if (type.field === undefined) return undefined;
  if (column.isComputed) {
    entity.note(
      'The database computes it from other columns, so it is left out.',
      column.name,
      column.line,
    );
    return undefined;
  }
  const field: DraftField = {
    ...type.field,
    name: column.name,
    line: column.line,
  };
  if (column.comment !== undefined) field.description = column.comment;
  if (column.isRequired || type.isRequired) field.required = true;
  applyDefault(entity, field, column, type);
  applyChecks(
    entity,
    new Map([['value', field]]),
    type.checks.map(check => ({ ...check, line: column.line })),
  );
  return field;
}

/** Makes the fields of an entity of the columns of its table, but for some. */
export function addFields(
  entity: DraftEntity,
  table: Table,
  without: ReadonlySet<string>,
  schema: Schema,
): void {
  const fields = new Map<string, DraftField>();
  for (const column of table.columns.values()) {
    if (without.has(column.name)) continue;
    const field = toField(entity, column, schema);
    if (field !== undefined) fields.set(column.name, field);
  }
  applyIndexes(entity, table, fields);
  const checks = table.checks;
  applyChecks(entity, fields, checks);
  entity.fields.push(...fields.values());
}
