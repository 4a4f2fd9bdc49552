import type { ResolvedField } from '../resolve/types';
import type { IdType } from '../model/types';
import { OBJECT_ID_PATTERN, UUID_PATTERN } from './dates';
import type { JsonObject, JsonSchema, JsonValue } from './types';

/** Bounds of an integer in 32 bits. */
export const INT32 = { low: -2_147_483_648, high: 2_147_483_647 };

/** The members that have a value. */
export function compact(
  members: Record<string, JsonValue | undefined>,
): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter(
      (entry): entry is [string, JsonValue] => entry[1] !== undefined,
    ),
  );
}

/** A schema with the field's default, where it has one. */
export function withDefault(
  field: ResolvedField,
  schema: JsonSchema,
): JsonSchema {
  return field.hasDefault
    ? { ...schema, default: field.default as JsonValue }
    : schema;
}

/** A schema with a description, where there is one. */
export function describe(schema: JsonSchema, description: string): JsonSchema {
  return description === '' ? schema : { ...schema, description };
}

/** A schema that takes null too. */
export function nullable(schema: JsonSchema): JsonSchema {
  if (Array.isArray(schema.anyOf))
    return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] };
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  const result: JsonSchema = { ...schema, type: [...types, 'null'] };
  if (Array.isArray(schema.enum)) result.enum = [...schema.enum, null];
  return result;
}

/** The schema of an id. */
export function idSchema(id: IdType): JsonSchema {
  if (id === 'uuid')
    return { type: 'string', format: 'uuid', pattern: UUID_PATTERN };
  if (id === 'objectId') return { type: 'string', pattern: OBJECT_ID_PATTERN };
  return { type: 'integer', format: 'int32', minimum: 1, maximum: INT32.high };
}
