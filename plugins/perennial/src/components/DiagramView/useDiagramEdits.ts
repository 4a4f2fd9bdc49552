import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo, useRef } from 'react';
import { removeAt } from '../../draft/edits';
import {
  addEntity,
  addRelation,
  removeEntity,
  renameEntity,
  retargetRelation,
  setMember,
} from '../../draft/modelEdits';
import { isObject, textAt, valueAtPointer } from '../../draft/readDraft';
import type { DraftModel, JsonValue, Pointer } from '../../draft/types';
import { perennialTranslationRef } from '../../translation';
import {
  useDesignerActions,
  useDesignerState,
} from '../ModelDesigner/designerContext';

/** A name to start from; it is part of the model, and so not translated. */
const NEW_ENTITY = 'Entity';

/** The edits of a diagram, with what undo calls them and what is announced. */
export interface DiagramEdits {
  /** Tells the place of the new entity. */
  addEntity(name?: string): number;
  renameEntity(index: number, name: string): void;
  removeEntity(index: number): void;
  /** Tells the place of the new relation. */
  relate(source: number, target: string): number;
  changeRelation(
    place: { entityIndex: number; relationIndex: number },
    member: string,
    value: JsonValue | undefined,
  ): void;
  removeRelation(place: { entityIndex: number; relationIndex: number }): void;
  /** A move changes no model, but is to be heard. */
  announceMove(index: number): void;
}

/** The edits of a diagram; every function keeps its identity. */
export function useDiagramEdits(): DiagramEdits {
  const { t } = useTranslationRef(perennialTranslationRef);
  const { edit, announce } = useDesignerActions();
  const state = useDesignerState();
  const latest = useRef({ state, t });
  latest.current = { state, t };

  return useMemo(() => {
    const nameOf = (index: number) =>
      textAt(latest.current.state.entities[index] ?? {}, 'name') ||
      latest.current.t('diagram.entity.unnamed');
    return {
      addEntity(wanted = NEW_ENTITY) {
        const added = addEntity(latest.current.state.model, { name: wanted });
        const pointer = ['entities', added.index, 'name'];
        const name = `${valueAtPointer(added.model, pointer)}`;
        edit({
          label: latest.current.t('diagram.edits.addEntity', { name }),
          change: model => addEntity(model, { name: wanted }).model,
        });
        announce(latest.current.t('diagram.said.entityAdded', { name }));
        return added.index;
      },
      renameEntity(index, name) {
        const old = nameOf(index);
        edit({
          label: latest.current.t('diagram.edits.renameEntity', { old, name }),
          change: model => renameEntity(model, index, name),
        });
        announce(latest.current.t('diagram.said.entityRenamed', { name }));
      },
      removeEntity(index) {
        const name = nameOf(index);
        edit({
          label: latest.current.t('diagram.edits.removeEntity', { name }),
          change: model =>
            withoutEmptyList(removeEntity(model, index), ['entities']),
        });
        announce(latest.current.t('diagram.said.entityRemoved', { name }));
      },
      relate(sourceIndex, target) {
        const { model } = latest.current.state;
        const names = { source: nameOf(sourceIndex), target };
        edit({
          label: latest.current.t('diagram.edits.relate', names),
          change: current =>
            addRelation(current, sourceIndex, { target }).model,
        });
        announce(latest.current.t('diagram.said.related', names));
        return addRelation(model, sourceIndex, { target }).index;
      },
      changeRelation({ entityIndex, relationIndex }, member, value) {
        const pointer = ['entities', entityIndex, 'relations', relationIndex];
        const { model } = latest.current.state;
        const relation = valueAtPointer(model, pointer);
        edit({
          label: latest.current.t('diagram.edits.changeRelation', {
            name: isObject(relation) ? textAt(relation, 'name') : '',
          }),
          group: `diagram ${pointer.join(' ')} ${member}`,
          change: current =>
            member === 'target'
              ? retargetRelation(current, pointer, `${value}`)
              : withMember(current, pointer, member, value),
        });
      },
      removeRelation({ entityIndex, relationIndex }) {
        const pointer = ['entities', entityIndex, 'relations', relationIndex];
        const { model } = latest.current.state;
        const relation = valueAtPointer(model, pointer);
        const name = isObject(relation) ? textAt(relation, 'name') : '';
        edit({
          label: latest.current.t('diagram.edits.removeRelation', { name }),
          change: current =>
            withoutEmptyList(removeAt(current, pointer), pointer.slice(0, -1)),
        });
        announce(latest.current.t('diagram.said.relationRemoved', { name }));
      },
      announceMove(index) {
        const name = nameOf(index);
        announce(latest.current.t('diagram.said.moved', { name }));
      },
    };
  }, [edit, announce]);
}

/** Changes one member of a relation, and takes away those that then make no sense. */
function withMember(
  model: DraftModel,
  pointer: Pointer,
  member: string,
  value: JsonValue | undefined,
): DraftModel {
  const changed = setMember(model, [...pointer, member], value);
  return member === 'kind' && value === 'manyToMany'
    ? ['required', 'onDelete'].reduce(
        (result, other) => removeAt(result, [...pointer, other]),
        changed,
      )
    : changed;
}

/** With its last item a list goes as well. */
function withoutEmptyList(model: DraftModel, list: Pointer): DraftModel {
  const items = valueAtPointer(model, list);
  return Array.isArray(items) && items.length === 0
    ? removeAt(model, list)
    : model;
}
