import { isObject } from './readDraft';
import type { JsonValue } from './types';

/**
 * The new value, made of the old one's objects wherever they are equal, so that
 * what did not change keeps its identity when a text is read anew. Items of
 * lists are compared place by place.
 */
export function shareStructure<Value extends JsonValue | undefined>(
  old: JsonValue | undefined,
  value: Value,
): Value {
  if (Array.isArray(old) && Array.isArray(value)) {
    const items = value.map((item, index) => shareStructure(old[index], item));
    return isSameList(old, items) ? (old as Value) : (items as Value);
  }
  if (isObject(old) && isObject(value)) {
    const entries = Object.entries(value).map(
      ([name, member]) =>
        [
          name,
          shareStructure(
            Object.hasOwn(old, name) ? old[name] : undefined,
            member,
          ),
        ] as const,
    );
    const names = Object.keys(old);
    const isSame =
      names.length === entries.length &&
      entries.every(
        ([name, member], index) =>
          names[index] === name && old[name] === member,
      );
    return isSame ? (old as Value) : (Object.fromEntries(entries) as Value);
  }
  return value;
}

function isSameList(one: JsonValue[], other: JsonValue[]): boolean {
  return (
    one.length === other.length && one.every((item, at) => item === other[at])
  );
}
