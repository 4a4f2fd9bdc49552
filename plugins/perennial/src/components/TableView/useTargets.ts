import { useMemo } from 'react';
import { textAt } from '../../draft/readDraft';
import type { JsonObject } from '../../draft/types';
import type { Choice } from './cells/ChoiceCell';

/** The names of the entities as choices; the same list as long as they are the same. */
export function useTargets(entities: readonly JsonObject[]): readonly Choice[] {
  const names = entities.map(entity => textAt(entity, 'name'));
  const key = JSON.stringify(Array.from(new Set(names)).filter(Boolean));
  return useMemo(
    () =>
      (JSON.parse(key) as string[]).map(name => ({ value: name, label: name })),
    [key],
  );
}
