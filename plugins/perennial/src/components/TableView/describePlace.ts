import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import { isObject, textAt, valueAtPointer } from '../../draft/readDraft';
import type { DraftModel, Pointer } from '../../draft/types';
import { tableMessages } from '../../translations/table';
import type { perennialTranslationRef } from '../../translation';

/** Gives the texts of this plugin. */
export type Translate = TranslationFunction<typeof perennialTranslationRef.T>;

type Property = keyof typeof tableMessages.properties;

/** The name of a member as people read it; one that nobody knows as it is. */
export function propertyLabel(name: string, t: Translate): string {
  return Object.hasOwn(tableMessages.properties, name)
    ? t(`table.properties.${name as Property}`)
    : name;
}

/** The words for a place: `Product › sku › Type`. */
export function describePlace(
  model: DraftModel,
  pointer: Pointer,
  t: Translate,
): string {
  const words = pointer.flatMap((step, index) => {
    if (typeof step === 'number') {
      return [rowName(model, pointer.slice(0, index + 1), t)];
    }
    const isList = typeof pointer[index + 1] === 'number';
    return isList || step === 'entities' ? [] : [propertyLabel(step, t)];
  });
  return words.join(' › ');
}

function rowName(model: DraftModel, pointer: Pointer, t: Translate): string {
  const row = valueAtPointer(model, pointer);
  const name = isObject(row) ? textAt(row, 'name') : '';
  return name === ''
    ? t('table.unnamed', {
        number: `${Number(pointer[pointer.length - 1]) + 1}`,
      })
    : name;
}
