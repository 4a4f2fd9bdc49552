import type {
  ResolvedEntity,
  ResolvedField,
} from '@perennial/plugin-perennial-common';
import { requiredNames } from '../fixtures/entities';

/** What an answer or the server has a use of its own for. */
const TAKEN_ROWS = ['health', 'metrics', 'pagination', 'status'];
const TAKEN_ROW = ['message', 'status'];

/** The member of a list's answer that holds the documents, and their path. */
export function rowsName({ table }: { table: string }): string {
  return TAKEN_ROWS.includes(table) ? `${table}_list` : table;
}

/** The member of an answer that holds a document. */
export function rowName({ snake }: { snake: string }): string {
  return TAKEN_ROW.includes(snake) ? `${snake}_record` : snake;
}

export function pathOf(entity: { table: string }): string {
  return `/${rowsName(entity)}`;
}

/** The member that holds the id of a document's creator. */
export function ownerName({ fields, relations }: ResolvedEntity): string {
  const names = [
    ...fields.map(({ name }) => name),
    ...relations.map(({ wireName }) => wireName),
  ];
  return names.includes('user_id') ? 'owner_id' : 'user_id';
}

/** The fields that a search looks into. */
export function searchedFields(entity: ResolvedEntity): ResolvedField[] {
  const { fields, searchable } = entity;
  return searchable.length > 0
    ? searchable
    : fields.filter(({ type }) => type === 'string' || type === 'text');
}

/** The field that a list can be asked by, where there is one. */
export function statusField({
  fields,
}: ResolvedEntity): ResolvedField | undefined {
  return fields.find(
    ({ name, type }) =>
      name === 'status' && (type === 'enum' || type === 'string'),
  );
}

/** Names of a document as answered. */
export function documentNames(entity: ResolvedEntity): string[] {
  return [
    'id',
    ...entity.fields.map(({ name }) => name),
    ...entity.relations.map(({ wireName }) => wireName),
    ownerName(entity),
    ...(entity.timestamps ? ['created_at', 'updated_at'] : []),
  ].sort();
}

/** A field that may be without a value. */
export function clearableField(
  entity: ResolvedEntity,
): ResolvedField | undefined {
  const required = requiredNames(entity);
  return entity.fields.find(
    field => !field.required && !required.includes(field.name),
  );
}
