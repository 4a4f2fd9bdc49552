import type { JsonObject, JsonValue, Pointer } from './types';

/*
 * Reads a model that may be anything: what is missing or of another type reads
 * as empty, and stays in the model as it is until someone edits it.
 */

const NOTHING: JsonObject = Object.freeze({});
const NONE: JsonObject[] = [];

/** Whether a value is a mapping. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member's own value. */
export function valueAt(
  object: JsonObject,
  name: string,
): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A text, or a number or flag as a text; empty for all else. */
export function textAt(object: JsonObject, name: string): string {
  const value = valueAt(object, name);
  return value === undefined || value === null || typeof value === 'object'
    ? ''
    : `${value}`;
}

/** Whether a member is `true`. */
export function flagAt(object: JsonObject, name: string): boolean {
  return valueAt(object, name) === true;
}

const lists = new WeakMap<JsonValue[], JsonObject[]>();

/** The items of a list, in their places: one that is no mapping reads as an empty one. */
export function listAt(object: JsonObject, name: string): JsonObject[] {
  const value = valueAt(object, name);
  if (!Array.isArray(value)) {
    return NONE;
  }
  const known = lists.get(value);
  if (known) {
    return known;
  }
  const items = value.every(isObject)
    ? (value as JsonObject[])
    : value.map(item => (isObject(item) ? item : NOTHING));
  lists.set(value, items);
  return items;
}

/** The entities of a model, in their places. */
export function entitiesOf(model: JsonObject): JsonObject[] {
  return listAt(model, 'entities');
}

/** The value that a pointer leads to. */
export function valueAtPointer(
  model: JsonValue | undefined,
  pointer: Pointer,
): JsonValue | undefined {
  return pointer.reduce<JsonValue | undefined>((value, step) => {
    if (typeof step === 'number') {
      return Array.isArray(value) ? value[step] : undefined;
    }
    return isObject(value) ? valueAt(value, step) : undefined;
  }, model);
}
