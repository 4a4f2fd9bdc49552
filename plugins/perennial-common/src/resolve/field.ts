import {
  DEFAULT_MAX_LENGTH,
  DEFAULT_PRECISION,
  DEFAULT_SCALE,
} from '../model/limits';
import type {
  Database,
  FieldDocument,
  FieldType,
  ItemsDocument,
} from '../model/types';
import { commentText } from '../naming/comment';
import { databaseName, memberForms } from '../naming/identifiers';
import { singularName } from '../naming/plural';
import { nameForms } from '../naming/words';
import { isPattern, parsePattern, printPattern } from '../pattern';
import { makeExamples } from '../wire/examples';
import {
  PLAIN_KEY_PATTERN,
  schemaOfType,
  type FieldShape,
} from '../wire/fieldSchema';
import type { JsonValue } from '../wire/types';
import { wireValue } from '../wire/values';
import type { ResolvedField } from './types';

/** Parameters of a list request; a field of such a name cannot be filtered by. */
export const LIST_PARAMETERS: readonly string[] = [
  'page',
  'limit',
  'sort',
  'q',
];

const COMPARABLE = new Set<FieldType>([
  'string',
  'text',
  'integer',
  'bigInteger',
  'number',
  'decimal',
  'date',
  'time',
  'dateTime',
]);
const NOT_SORTABLE = new Set<FieldType>(['json', 'array', 'object']);

function defaultMaxLength(type: FieldType): number | undefined {
  return type in DEFAULT_MAX_LENGTH
    ? DEFAULT_MAX_LENGTH[type as keyof typeof DEFAULT_MAX_LENGTH]
    : undefined;
}

/** The precision and scale of a decimal; each makes room for the other. */
export function decimalSize(
  field: Pick<FieldDocument, 'precision' | 'scale'>,
): { precision: number; scale: number } {
  const scale =
    field.scale ?? Math.min(DEFAULT_SCALE, field.precision ?? DEFAULT_SCALE);
  return {
    precision: field.precision ?? Math.max(DEFAULT_PRECISION, scale),
    scale,
  };
}

/** The bounds that a field's code and schema are made from. */
export function fieldShape(
  field: ItemsDocument,
  database?: Database,
  name = 'item',
): FieldShape {
  const isDecimal = field.type === 'decimal';
  const hasText = defaultMaxLength(field.type) !== undefined;
  return {
    type: field.type,
    minLength: hasText ? field.minLength ?? 0 : undefined,
    maxLength: field.maxLength ?? defaultMaxLength(field.type),
    pattern: field.pattern,
    minimum: bound(field, field.minimum),
    maximum: bound(field, field.maximum),
    ...(isDecimal ? decimalSize(field) : {}),
    values: field.values,
    items: field.items && resolveItems(field.items, database, name),
    minItems: field.minItems,
    maxItems: field.maxItems,
    fields:
      field.type === 'object'
        ? resolveFields(field.fields ?? [], database, 'member')
        : undefined,
    keyPattern:
      field.type === 'json' && database === 'mongo'
        ? PLAIN_KEY_PATTERN
        : undefined,
  };
}

/** Bounds are texts where a number would lose digits, and numbers elsewhere. */
function bound(
  field: ItemsDocument,
  value: number | string | undefined,
): number | string | undefined {
  if (value === undefined) return undefined;
  return field.type === 'integer' || field.type === 'number'
    ? Number(value)
    : String(value);
}

function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as Value;
}

/** The pattern that every dialect reads alike. */
export function portablePattern(
  source: string | undefined,
): string | undefined {
  if (source === undefined) return undefined;
  const pattern = parsePattern(source);
  return isPattern(pattern) ? printPattern(pattern) : source;
}

/** Resolves a field. `owner` is the table, for names of indexes. */
export function resolveField(
  field: FieldDocument,
  database: Database | undefined,
  owner: string,
): ResolvedField {
  const names = memberForms(field.name);
  const shape = fieldShape(field, database, field.name);
  const unique = field.unique ?? false;
  const indexed = unique || (field.index ?? false);
  const filterable =
    (indexed || field.type === 'enum') && !LIST_PARAMETERS.includes(field.name);
  const description = field.description ?? '';
  const resolved = {
    key: field.key ?? nameForms(field.name).snake,
    name: field.name,
    ...names,
    column: names.snake,
    description,
    comment: commentText(description),
    required: field.required ?? false,
    unique,
    index: field.index ?? false,
    searchable: field.searchable ?? false,
    filterable,
    comparable: filterable && COMPARABLE.has(field.type),
    sortable: !NOT_SORTABLE.has(field.type),
    hasDefault: field.default !== undefined && field.default !== null,
    default:
      field.default === undefined || field.default === null
        ? null
        : wireValue(shape, field.default),
    ...shape,
    schema: schemaOfType(shape, portablePattern(shape.pattern)),
    indexName: databaseName(owner, names.snake.replace(/_$/, ''), 'idx'),
    uniqueName: databaseName(owner, names.snake.replace(/_$/, ''), 'key'),
  };
  const examples = makeExamples(
    resolved,
    (field.examples ?? []) as JsonValue[],
  );
  return withoutUndefined({ ...resolved, examples });
}

/** Resolves a list of fields. */
export function resolveFields(
  fields: FieldDocument[],
  database: Database | undefined,
  owner: string,
): ResolvedField[] {
  return fields.map(field => resolveField(field, database, owner));
}

/** Resolves what an array holds, under its own name in the singular, which only code sees. */
function resolveItems(
  items: ItemsDocument,
  database: Database | undefined,
  listName: string,
): ResolvedField {
  const name = singularName(listName);
  return resolveField({ ...items, name, required: true }, database, name);
}
