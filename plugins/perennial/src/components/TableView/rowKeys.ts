import { useState } from 'react';
import type { JsonObject } from '../../draft/types';

/** Items of a list, and a key for each that stays with it. */
export interface KeyedItems {
  items: readonly JsonObject[];
  keys: readonly number[];
  nextKey: number;
}

/**
 * Keys for the items of a list, taken over from the list before: an item that
 * is still there keeps its key wherever it went, and one that was edited keeps
 * it by its place. So rows keep their inputs, their focus and what is open in
 * them through moves, removals and undo, and models need no ids.
 */
export function carryKeys(
  items: readonly JsonObject[],
  previous: KeyedItems = { items: [], keys: [], nextKey: 0 },
): KeyedItems {
  const free = new Map(previous.keys.map((key, place) => [place, key]));
  const take = (place: number | undefined) => {
    const key = place === undefined ? undefined : free.get(place);
    free.delete(place ?? -1);
    return key;
  };
  // Items that are no mappings read as one and the same object, so place comes first.
  const inPlace = items.map((item, place) =>
    previous.items[place] === item ? take(place) : undefined,
  );
  const moved = new Map<JsonObject, number[]>();
  for (const place of free.keys()) {
    const item = previous.items[place];
    moved.set(item, [...(moved.get(item) ?? []), place]);
  }
  const found = items.map(
    (item, place) => inPlace[place] ?? take(moved.get(item)?.shift()),
  );
  let nextKey = previous.nextKey;
  const keys = found.map((known, place) => {
    const key = known ?? take(place);
    if (key !== undefined) {
      return key;
    }
    nextKey += 1;
    return nextKey;
  });
  return { items, keys, nextKey };
}

/** Keys of rows by `carryKeys`. */
export function useRowKeys(items: readonly JsonObject[]): readonly number[] {
  const [keyed, setKeyed] = useState(() => carryKeys(items));
  if (keyed.items === items) {
    return keyed.keys;
  }
  const carried = carryKeys(items, keyed);
  setKeyed(carried);
  return carried.keys;
}
