import type { DraftModel, JsonObject, JsonValue, Pointer } from './types';

/*
 * Changes of one place of a model. Each gives a new model that shares with the
 * old one whatever did not change, so that views can tell by identity. A
 * pointer that leads nowhere changes nothing.
 */

/** Puts a value at a place; `undefined` takes the member away. */
export function setAt(
  model: DraftModel,
  pointer: Pointer,
  value: JsonValue | undefined,
): DraftModel {
  return change(model, pointer, () => value) as DraftModel;
}

/** Replaces the value at a place by what is made of it. */
export function updateAt(
  model: DraftModel,
  pointer: Pointer,
  update: (value: JsonValue | undefined) => JsonValue | undefined,
): DraftModel {
  return change(model, pointer, update) as DraftModel;
}

/** Puts an item into a list, made where it is missing; at its end without an index. */
export function insertAt(
  model: DraftModel,
  listPointer: Pointer,
  item: JsonValue,
  index?: number,
): DraftModel {
  return updateAt(model, listPointer, value => {
    const list = Array.isArray(value) ? value : [];
    const at = index ?? list.length;
    return [...list.slice(0, at), item, ...list.slice(at)];
  });
}

/** Takes an item out of its list, or a member out of its object. */
export function removeAt(model: DraftModel, pointer: Pointer): DraftModel {
  const last = pointer[pointer.length - 1];
  if (typeof last === 'string') {
    return setAt(model, pointer, undefined);
  }
  return updateAt(model, pointer.slice(0, -1), value =>
    Array.isArray(value) ? value.filter((_, index) => index !== last) : value,
  );
}

/** Moves an item within its list, to the index that it has afterwards. */
export function moveAt(
  model: DraftModel,
  pointer: Pointer,
  to: number,
): DraftModel {
  const from = pointer[pointer.length - 1];
  return updateAt(model, pointer.slice(0, -1), value => {
    if (!Array.isArray(value) || typeof from !== 'number') {
      return value;
    }
    const isWithin = (index: number) => index >= 0 && index < value.length;
    if (from === to || !isWithin(from) || !isWithin(to)) {
      return value;
    }
    const rest = value.filter((_, index) => index !== from);
    return [...rest.slice(0, to), value[from], ...rest.slice(to)];
  });
}

function change(
  value: JsonValue | undefined,
  pointer: Pointer,
  update: (value: JsonValue | undefined) => JsonValue | undefined,
): JsonValue | undefined {
  const [step, ...rest] = pointer;
  if (step === undefined) {
    return update(value);
  }
  if (typeof step === 'number') {
    return Array.isArray(value) ? changeItem(value, step, rest, update) : value;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return value;
  }
  return changeMember(value, step, rest, update);
}

function changeItem(
  list: JsonValue[],
  index: number,
  rest: Pointer,
  update: (value: JsonValue | undefined) => JsonValue | undefined,
): JsonValue[] {
  if (index < 0 || index >= list.length) {
    return list;
  }
  const changed = change(list[index], rest, update);
  return changed === undefined || changed === list[index]
    ? list
    : list.map((item, at) => (at === index ? changed : item));
}

function changeMember(
  object: JsonObject,
  name: string,
  rest: Pointer,
  update: (value: JsonValue | undefined) => JsonValue | undefined,
): JsonObject {
  const had = Object.hasOwn(object, name);
  const old = had ? object[name] : undefined;
  const changed = change(old, rest, update);
  if (changed === old) {
    return object;
  }
  if (changed === undefined) {
    return Object.fromEntries(
      Object.entries(object).filter(([key]) => key !== name),
    );
  }
  // Not a spread: a member called __proto__ has to stay a member.
  const entries: [string, JsonValue | undefined][] = had
    ? Object.entries(object).map(([key, value]) => [
        key,
        key === name ? changed : value,
      ])
    : [...Object.entries(object), [name, changed]];
  return Object.fromEntries(entries);
}
