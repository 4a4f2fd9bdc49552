import { moveAt, removeAt } from '../../draft/edits';
import {
  referencesTo,
  renameEntity,
  retargetRelation,
  setMember,
} from '../../draft/modelEdits';
import type { DraftModel, JsonValue, Pointer } from '../../draft/types';
import type { DesignerActions } from '../ModelDesigner/designerContext';
import { changeFieldType } from './changeFieldType';
import { describePlace, type Translate } from './describePlace';
import { placeKey, type RowPlace } from './places';
import {
  addRow,
  countRows,
  duplicateRow,
  kindOf,
  pasteValues,
  removeRow,
} from './rows';

/** Everything that the table does to a model. Functions keep their identity. */
export interface TableEdits {
  /** Puts a member; `typed` where it is one key of many. */
  set(
    pointer: Pointer,
    value: JsonValue | undefined,
    options?: { typed?: boolean },
  ): void;
  /** Takes away a member that does not belong where it is. */
  clear(pointer: Pointer): void;
  /** Puts several values into a list at once. */
  paste(pointer: Pointer, texts: readonly string[]): void;
  setType(pointer: Pointer, type: string): void;
  setTarget(pointer: Pointer, target: string): void;
  /** Someone starts to type an entity's name: what refers to it now follows. */
  beginRename(entity: number): void;
  rename(entity: number, name: string): void;
  /** Adds a row at an index, at the end without one. */
  add(list: Pointer, index?: number): void;
  remove(place: RowPlace): void;
  duplicate(place: RowPlace): void;
  /** Moves a row to the index that it has afterwards. */
  move(place: RowPlace, to: number): void;
}

/** What the edits need of the view that they belong to. */
export interface TableEditsContext {
  actions: DesignerActions;
  /** The latest model, to name places and to find what comes next to what. */
  model: () => DraftModel;
  t: Translate;
  /** Puts the focus on a control once the edit is on screen. */
  focusNext: (
    place: RowPlace | Pointer,
    options?: { select?: boolean },
  ) => void;
}

/** Where to go on in a row that was added. */
function startOf(list: Pointer, row: number): Pointer {
  switch (kindOf(list)) {
    case 'values':
      return [...list, row];
    case 'relations':
      return [...list, row, 'target'];
    default:
      return [...list, row, 'name'];
  }
}

/** Makes the edits of a view. */
export function createTableEdits(context: TableEditsContext): TableEdits {
  const { actions, model, t, focusNext } = context;
  let references: { entity: number; pointers: Pointer[] } | undefined;

  const describe = (pointer: Pointer) => describePlace(model(), pointer, t);
  const setWith = (
    pointer: Pointer,
    change: (model: DraftModel) => DraftModel,
    typed = false,
  ) =>
    actions.edit({
      label: t('table.edits.set', { place: describe(pointer) }),
      group: typed ? `table:${placeKey(pointer)}` : undefined,
      change,
    });

  return {
    set: (pointer, value, options) =>
      setWith(
        pointer,
        current => setMember(current, pointer, value),
        options?.typed,
      ),

    clear(pointer) {
      const label = t('table.edits.remove', { place: describe(pointer) });
      actions.edit({ label, change: current => removeAt(current, pointer) });
      focusNext(pointer);
      actions.announce(label);
    },

    paste: (pointer, texts) =>
      setWith(pointer.slice(0, -1), current =>
        pasteValues(current, pointer, texts),
      ),

    setType: (pointer, type) =>
      setWith([...pointer, 'type'], current =>
        changeFieldType(current, pointer, type),
      ),

    setTarget: (pointer, target) =>
      setWith([...pointer, 'target'], current =>
        retargetRelation(current, pointer, target),
      ),

    beginRename(entity) {
      references = { entity, pointers: referencesTo(model(), entity) };
    },

    rename(entity, name) {
      const known =
        references?.entity === entity ? references.pointers : undefined;
      setWith(
        ['entities', entity, 'name'],
        current => renameEntity(current, entity, name, known),
        true,
      );
    },

    add(list, index) {
      const kind = kindOf(list);
      const row = index ?? countRows(model(), list);
      actions.edit({
        label: t(`table.edits.add.${kind}`, { place: describe(list) }),
        change: current => addRow(current, list, row),
      });
      focusNext(startOf(list, row), { select: true });
      if (kind === 'entities') {
        actions.select(row);
      }
      actions.announce(
        t(`table.announce.added.${kind}`, { number: `${row + 1}` }),
      );
    },

    remove({ list, row, column }) {
      const pointer = [...list, row];
      const last = countRows(model(), list) - 1;
      const label = t('table.edits.remove', { place: describe(pointer) });
      const led =
        kindOf(list) === 'entities' ? referencesTo(model(), row).length : 0;
      actions.edit({
        label,
        change: current => removeRow(current, pointer),
      });
      const next = Math.min(row, last - 1);
      focusNext({ list, row: next, column });
      if (kindOf(list) === 'entities') {
        actions.select(Math.max(next, 0));
      }
      actions.announce(
        led > 0
          ? t('table.announce.removedWithRelations', { label, count: led })
          : label,
      );
    },

    duplicate({ list, row }) {
      const kind = kindOf(list);
      const label = t('table.edits.duplicate', {
        place: describe([...list, row]),
      });
      actions.edit({
        label,
        change: current => duplicateRow(current, list, row),
      });
      focusNext(startOf(list, row + 1), { select: true });
      if (kind === 'entities') {
        actions.select(row + 1);
      }
      actions.announce(label);
    },

    move({ list, row }, to) {
      const count = countRows(model(), list);
      if (to < 0 || to >= count) {
        return;
      }
      const pointer = [...list, row];
      const place = describe(pointer);
      actions.edit({
        label: t('table.edits.move', { place }),
        change: current => moveAt(current, pointer, to),
      });
      if (kindOf(list) === 'entities') {
        actions.select(to);
      }
      actions.announce(
        t('table.announce.moved', {
          place,
          number: `${to + 1}`,
          total: `${count}`,
        }),
      );
    },
  };
}
