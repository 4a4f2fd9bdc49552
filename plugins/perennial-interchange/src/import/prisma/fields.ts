import { normaliseName } from '@perennial/plugin-perennial-common';
import type { DraftEntity, DraftField } from '../build';
import { argumentOf, attributeOf, keyFields } from './attributes';
import type { SourceField, SourceModel } from './Source';
import { defaultOf, type ValueReader } from './values';

/** Moments that the service fills in itself. */
const STAMPS = ['createdat', 'updatedat', 'deletedat'];

/** Makes the id of a model's `@id`, and answers the field that it was. */
export function addKey(
  entity: DraftEntity,
  model: SourceModel,
  values: ValueReader,
): SourceField | undefined {
  const together = keyFields(attributeOf(model, 'id'));
  if (together.length > 1) {
    entity.note(
      `Its id (${together.join(
        ', ',
      )}) is not kept: rows get one of their own, and nothing keeps these together unique.`,
    );
    return undefined;
  }
  const field = [...model.fields.values()].find(
    candidate => attributeOf(candidate, 'id') || candidate.name === together[0],
  );
  if (field === undefined) {
    entity.note('It has no id; its rows get one.');
    return undefined;
  }
  const type = values.read(field).value?.type;
  const { isComputed } = defaultOf(field, {
    type: 'string',
  });
  const isNative =
    type === 'integer' || type === 'bigInteger' || type === 'uuid';
  const isGiven = !isNative && !isComputed;
  if (isGiven && normaliseName(field.name) !== 'id') {
    entity.note(
      'The id is given by whoever makes a row: rows get one of their own, and it becomes a unique field.',
      field.name,
      field.line,
    );
    return undefined;
  }
  noteKey(entity, field, isNative);
  if (isNative) entity.setKey(type === 'uuid' ? 'uuid' : 'integer');
  else entity.setKey(isUuid(field) ? 'uuid' : undefined);
  return field;
}

function isUuid(field: SourceField): boolean {
  const value = argumentOf(attributeOf(field, 'default'));
  return (
    value?.kind === 'functionCall' && value.path.value.join('.') === 'uuid'
  );
}

function noteKey(
  entity: DraftEntity,
  field: SourceField,
  isNative: boolean,
): void {
  if (field.name !== 'id')
    entity.note('It is called id in the model.', field.name, field.line);
  if (!isNative && !isUuid(field)) {
    entity.note(
      'The id is text of its own making; in the model it is what the database has.',
      field.name,
      field.line,
    );
  }
}

function toField(
  entity: DraftEntity,
  field: SourceField,
  values: ValueReader,
): DraftField | undefined {
  const { name, line } = field;
  if (attributeOf(field, 'ignore')) {
    entity.note(
      'It is left out, as Prisma leaves it out (@ignore).',
      name,
      line,
    );
    return undefined;
  }
  const { value, note } = values.read(field);
  if (note !== undefined) entity.note(note, name, line);
  if (value === undefined) return undefined;
  const { isComputed, ...given } = defaultOf(field, value);
  const isFilledIn =
    isComputed || attributeOf(field, 'updatedAt') !== undefined;
  if (isFilledIn && !STAMPS.includes(normaliseName(name))) {
    entity.note(
      'Its value is computed when a row is written, and a model has fixed ones only: there is none, and the field is optional.',
      name,
      line,
    );
  }
  const isUnique = attributeOf(field, 'unique') ?? attributeOf(field, 'id');
  return {
    ...value,
    ...given,
    name,
    line,
    ...(field.description !== undefined && { description: field.description }),
    ...(!field.isOptional &&
      !field.isList &&
      !isFilledIn && { required: true }),
    ...(isUnique && { unique: true }),
  };
}

/** What Prisma searches for words is what the list of a service searches. */
function searchIn(
  columns: readonly string[],
  fields: ReadonlyMap<string, DraftField>,
): void {
  for (const column of columns) {
    const field = fields.get(column);
    if (field !== undefined) field.searchable = true;
  }
}

function applyIndexes(
  entity: DraftEntity,
  model: SourceModel,
  fields: ReadonlyMap<string, DraftField>,
): void {
  for (const attribute of model.attributes) {
    const kind = attribute.path.value.join('.');
    const columns = keyFields(attribute);
    if (kind === 'fulltext') searchIn(columns, fields);
    if (kind !== 'unique' && kind !== 'index') continue;
    const field = fields.get(columns[0]);
    if (columns.length === 1) {
      if (field !== undefined && kind === 'unique') field.unique = true;
      else if (field !== undefined && !field.unique) field.index = true;
      continue;
    }
    entity.note(
      kind === 'unique'
        ? `Of @@unique over ${columns.join(
            ', ',
          )} together nothing is kept: a model knows unique fields only.`
        : `The index over ${columns.join(
            ', ',
          )} is left out: a model indexes one field at a time.`,
      undefined,
      attribute.location?.start.line,
    );
  }
}

/** Makes the fields of an entity of those of its model, but for some. */
export function addFields(
  entity: DraftEntity,
  model: SourceModel,
  without: ReadonlySet<string>,
  values: ValueReader,
): void {
  const fields = new Map<string, DraftField>();
  for (const field of model.fields.values()) {
    if (without.has(field.name)) continue;
    const draft = toField(entity, field, values);
    if (draft !== undefined) fields.set(field.name, draft);
  }
  applyIndexes(entity, model, fields);
  entity.fields.push(...fields.values());
}
