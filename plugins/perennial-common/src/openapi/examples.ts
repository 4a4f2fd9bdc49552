import type { EntityReference, ResolvedEntity } from '../resolve/types';
import { exampleUuid } from '../wire/examples';
import type { JsonObject, JsonValue } from '../wire/types';

/** An id of an entity for examples. */
export function exampleId(entity: EntityReference): string | number {
  if (entity.id === 'integer') return 1;
  const uuid = exampleUuid(`id of ${entity.key}`, 0);
  return entity.id === 'uuid' ? uuid : uuid.replace(/-/g, '').slice(0, 24);
}

/** A body for POST with every member filled in that can be. */
export function exampleBody(entity: ResolvedEntity, index: number): JsonObject {
  const body: JsonObject = { ...(entity.examples[index] as JsonObject) };
  for (const relation of entity.relations) {
    if (relation.required) body[relation.wireName] = exampleId(relation.target);
  }
  return body;
}

/** A body for PATCH: the first field that can be changed. */
export function examplePatch(entity: ResolvedEntity): JsonObject {
  const field = entity.fields.find(
    candidate => candidate.examples.length > 1 && !candidate.unique,
  );
  return field === undefined
    ? {}
    : { [field.name]: field.examples[1] as JsonValue };
}

/** The object as answered. */
export function exampleObject(entity: ResolvedEntity): JsonObject {
  const body = exampleBody(entity, 0);
  const object: JsonObject = { id: exampleId(entity) };
  for (const field of entity.fields)
    object[field.name] = body[field.name] ?? (field.default as JsonValue);
  for (const relation of entity.relations) {
    object[relation.wireName] =
      relation.kind === 'manyToMany' ? [] : body[relation.wireName] ?? null;
  }
  if (entity.timestamps) {
    object.created_at = '2026-01-15T09:30:00.000Z';
    object.updated_at = '2026-01-15T09:30:00.000Z';
  }
  return object;
}
