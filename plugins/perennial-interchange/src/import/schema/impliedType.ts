import type { MergedSchema } from './mergeSchema';
import type { SchemaObject } from './types';

function isEncoded(schema: SchemaObject): boolean {
  return 'contentEncoding' in schema || 'contentMediaType' in schema;
}

/** The type that a schema without one is about. */
export function impliedType({
  schema,
  properties,
}: MergedSchema): string | undefined {
  if (properties.size > 0) return 'object';
  if ('items' in schema || 'prefixItems' in schema) return 'array';
  if ('minimum' in schema || 'maximum' in schema || 'multipleOf' in schema)
    return 'number';
  const isText = ['format', 'pattern', 'minLength', 'maxLength'].some(
    word => word in schema,
  );
  return isText || isEncoded(schema) ? 'string' : undefined;
}
