import { useMemo } from 'react';
import type { Pointer } from '../../draft/types';
import { placeKey } from './places';

/** The same array as long as it leads to the same place, for components that compare what they get. */
export function useStablePointer(pointer: Pointer): Pointer {
  const key = placeKey(pointer);
  return useMemo(() => JSON.parse(key) as Pointer, [key]);
}
