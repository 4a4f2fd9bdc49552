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
  previous?: KeyedItems,
): KeyedItems {
  const places = new Map<JsonObject, number[]>();
  previous?.items.forEach((item, index) => {
    const list = places.get(item);
    if (list) {
      list.push(index);
    } else {
      places.set(item, [index]);
    }
  });
  const free = new Set(previous?.keys);
  const keys = items.map(item => {
    const place = places.get(item)?.shift();
    const key = place === undefined ? undefined : previous?.keys[place];
    if (key !== undefined) {
      free.delete(key);
    }
    return key;
  });
  let nextKey = previous?.nextKey ?? 0;
  return {
    items,
    keys: keys.map((key, index) => {
      if (key !== undefined) {
        return key;
      }
      const inPlace = previous?.keys[index];
      if (inPlace !== undefined && free.delete(inPlace)) {
        return inPlace;
      }
      nextKey += 1;
      return nextKey;
    }),
    nextKey,
  };
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
