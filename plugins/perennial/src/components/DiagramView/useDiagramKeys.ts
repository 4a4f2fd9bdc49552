import { useCallback, type KeyboardEvent } from 'react';
import { neighbourOf, vectorOf } from './graph/neighbours';
import type { DiagramGraph, Point } from './graph/types';
import type { DiagramLayout } from './layout/useLayout';

/** How far a key moves an entity, and with Shift. */
const STEP = 20;
const LARGE_STEP = 100;

/** What the keys of a diagram do. */
export interface KeyActions {
  focus(id: string): void;
  openEntity(index: number): void;
  renameEntity(index: number): void;
  relateEntity(index: number): void;
  removeEntity(index: number): void;
  moveEntity(index: number, by: Point): void;
  openRelation(id: string): void;
  removeRelation(id: string): void;
}

/** The keys of entities and relations; those of fields and buttons pass by. */
export function useDiagramKeys(options: {
  graph: DiagramGraph;
  layout: DiagramLayout;
  /** Id of the entity whose relations the arrow keys go through. */
  owner: string | undefined;
  actions: KeyActions;
}): (event: KeyboardEvent<HTMLElement>) => void {
  const { graph, layout, owner, actions } = options;

  return useCallback(
    event => {
      const { dataset } = event.target as HTMLElement | SVGElement;
      const entity = graph.entities.find(({ id }) => id === dataset.id);
      const relation = graph.relations.find(({ id }) => id === dataset.id);
      let isHandled = false;
      if (entity) {
        isHandled = onEntityKey(event, entity, { graph, layout, actions });
      } else if (relation) {
        isHandled = onRelationKey(event, relation.id, {
          graph,
          owner,
          actions,
        });
      }
      if (isHandled) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    [graph, layout, owner, actions],
  );
}

function onEntityKey(
  event: KeyboardEvent,
  entity: DiagramGraph['entities'][number],
  context: {
    graph: DiagramGraph;
    layout: DiagramLayout;
    actions: KeyActions;
  },
): boolean {
  const { graph, layout, actions } = context;
  const vector = vectorOf(event.key);
  if (vector && event.altKey) {
    const step = event.shiftKey ? LARGE_STEP : STEP;
    actions.moveEntity(entity.index, {
      x: vector.x * step,
      y: vector.y * step,
    });
    return true;
  }
  if (event.altKey || event.ctrlKey || event.metaKey) {
    return false;
  }
  if (vector) {
    const next = neighbourOf(entity.id, vector, graph.entities, layout.rects);
    if (next) {
      actions.focus(next.id);
    }
    return true;
  }
  const { entities } = graph;
  const byKey: Record<string, () => void> = {
    Enter: () => actions.openEntity(entity.index),
    F2: () => actions.renameEntity(entity.index),
    r: () => actions.relateEntity(entity.index),
    Delete: () => actions.removeEntity(entity.index),
    Backspace: () => actions.removeEntity(entity.index),
    Home: () => actions.focus(entities[0].id),
    End: () => actions.focus(entities[entities.length - 1].id),
  };
  return run(byKey, event.key);
}

function onRelationKey(
  event: KeyboardEvent,
  id: string,
  context: {
    graph: DiagramGraph;
    owner: string | undefined;
    actions: KeyActions;
  },
): boolean {
  const { graph, owner, actions } = context;
  if (event.altKey || event.ctrlKey || event.metaKey) {
    return false;
  }
  const own = graph.relations.filter(
    ({ source, target }) => source === owner || target === owner,
  );
  const at = own.findIndex(relation => relation.id === id);
  const go = (step: number) => {
    if (at >= 0) {
      actions.focus(own[(at + step + own.length) % own.length].id);
    }
  };
  const byKey: Record<string, () => void> = {
    ArrowRight: () => go(1),
    ArrowDown: () => go(1),
    ArrowLeft: () => go(-1),
    ArrowUp: () => go(-1),
    Enter: () => actions.openRelation(id),
    ' ': () => actions.openRelation(id),
    Delete: () => actions.removeRelation(id),
    Backspace: () => actions.removeRelation(id),
    Escape: () => owner !== undefined && actions.focus(owner),
  };
  return run(byKey, event.key);
}

function run(byKey: Record<string, () => void>, key: string): boolean {
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (!Object.hasOwn(byKey, name)) {
    return false;
  }
  byKey[name]();
  return true;
}
