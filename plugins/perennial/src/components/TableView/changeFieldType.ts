import { setAt, updateAt } from '../../draft/edits';
import { isObject, valueAt } from '../../draft/readDraft';
import type { DraftModel, JsonValue, Pointer } from '../../draft/types';
import { isSameValue } from './valueFormats';

/** What an array holds as long as nobody says otherwise. */
const USUAL_ITEMS = { type: 'string' };

/**
 * Gives a field another type and leaves everything else as it is, for the
 * check to speak about: only an array starts with items, which go with it as
 * long as nobody touched them.
 */
export function changeFieldType(
  model: DraftModel,
  pointer: Pointer,
  type: string,
): DraftModel {
  return updateAt(model, pointer, field => {
    const typed = setAt(isObject(field) ? field : {}, ['type'], type);
    return setAt(typed, ['items'], itemsFor(type, valueAt(typed, 'items')));
  });
}

function itemsFor(
  type: string,
  items: JsonValue | undefined,
): JsonValue | undefined {
  if (type === 'array') {
    return items ?? USUAL_ITEMS;
  }
  return isSameValue(items, USUAL_ITEMS) ? undefined : items;
}
