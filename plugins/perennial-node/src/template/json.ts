import type { JsonObject, JsonValue } from '@backstage/types';
import type { ModelDocument } from '@perennial/plugin-perennial-common';

/** Documents are JSON, which their type does not say. */
export function toJson(document: ModelDocument): JsonValue {
  return document as unknown as JsonValue;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
