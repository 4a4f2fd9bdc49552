import { insertAt, moveAt, removeAt, setAt, updateAt } from '../../draft/edits';
import {
  addEntity,
  addField,
  addRelation,
  freeName,
  removeEntity,
} from '../../draft/modelEdits';
import {
  entitiesOf,
  isObject,
  textAt,
  valueAtPointer,
} from '../../draft/readDraft';
import type { DraftModel, JsonObject, Pointer } from '../../draft/types';

/** What the rows of a list are. */
export type RowKind = 'entities' | 'fields' | 'relations' | 'values';

/** What the rows of a list are, by the member that holds it. */
export function kindOf(list: Pointer): RowKind {
  const last = list[list.length - 1];
  switch (last) {
    case 'entities':
    case 'relations':
    case 'values':
      return last;
    case 'examples':
      return 'values';
    default:
      return 'fields';
  }
}

/** Rows of a list. */
export function countRows(model: DraftModel, list: Pointer): number {
  const value = valueAtPointer(model, list);
  return Array.isArray(value) ? value.length : 0;
}

/** Adds a row that is valid as it is, wherever that can be. */
export function addRow(
  model: DraftModel,
  list: Pointer,
  row: number,
): DraftModel {
  switch (kindOf(list)) {
    case 'entities': {
      const { model: added, index } = addEntity(model, { name: 'Entity' });
      return moveAt(added, ['entities', index], row);
    }
    case 'relations': {
      const own = Number(list[1]);
      const names = entitiesOf(model).map(entity => textAt(entity, 'name'));
      const target = names.find((_, at) => at !== own) ?? names[own] ?? '';
      return addRelation(model, own, { target }, row).model;
    }
    case 'values':
      return insertAt(model, list, '', row);
    default:
      return addField(model, list, { name: 'field', type: 'string' }, row)
        .model;
  }
}

/** Removes a row, and with the last one the list. */
export function removeRow(model: DraftModel, pointer: Pointer): DraftModel {
  const list = pointer.slice(0, -1);
  const removed =
    kindOf(list) === 'entities'
      ? removeEntity(model, Number(pointer[1]))
      : removeAt(model, pointer);
  return countRows(removed, list) === 0 && countRows(model, list) > 0
    ? removeAt(removed, list)
    : removed;
}

/** Puts a copy of a row below it. */
export function duplicateRow(
  model: DraftModel,
  list: Pointer,
  row: number,
): DraftModel {
  const original = valueAtPointer(model, [...list, row]);
  if (original === undefined) {
    return model;
  }
  const copy = isObject(original) ? copyOf(model, list, original) : original;
  return insertAt(model, list, copy, row + 1);
}

/** Puts texts into a list of values, in place of the one that they were pasted into where that is empty. */
export function pasteValues(
  model: DraftModel,
  pointer: Pointer,
  texts: readonly string[],
): DraftModel {
  const row = Number(pointer[pointer.length - 1]);
  return updateAt(model, pointer.slice(0, -1), value => {
    const list = Array.isArray(value) ? value : [];
    const rest = list[row] === '' ? row + 1 : row;
    return [...list.slice(0, row), ...texts, ...list.slice(rest)];
  });
}

/** A copy has a name of its own, and neither the identity nor the inverse names of the original. */
function copyOf(model: DraftModel, list: Pointer, original: JsonObject) {
  const siblings = valueAtPointer(model, list);
  const names = (Array.isArray(siblings) ? siblings : [])
    .filter(isObject)
    .map(item => textAt(item, 'name'));
  const name = textAt(original, 'name');
  const named =
    name === '' ? original : setAt(original, ['name'], freeName(name, names));
  const withoutKey = setAt(named, ['key'], undefined);
  return kindOf(list) === 'relations'
    ? setAt(withoutKey, ['inverse'], undefined)
    : updateAt(withoutKey, ['relations'], relations =>
        Array.isArray(relations)
          ? relations.map(relation =>
              isObject(relation)
                ? setAt(relation, ['inverse'], undefined)
                : relation,
            )
          : relations,
      );
}
