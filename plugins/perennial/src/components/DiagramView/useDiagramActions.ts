import { useReactFlow } from '@xyflow/react';
import { startTransition, useMemo, useRef, type RefObject } from 'react';
import {
  useDesignerActions,
  useDesignerState,
} from '../ModelDesigner/designerContext';
import type { DiagramMemory } from './DiagramMemory';
import type { ElementActions } from './elements/ElementActions';
import { nearestTo } from './graph/neighbours';
import { SMALL_SIZE } from './graph/size';
import type { DiagramGraph, Point } from './graph/types';
import type { DiagramLayout } from './layout/useLayout';
import type { DiagramChoice } from './useDiagramChoice';
import { useDiagramEdits } from './useDiagramEdits';
import type { KeyActions } from './useDiagramKeys';
import type { ElementFocus } from './useFocusElement';

/** All that can be done in a diagram. */
export interface DiagramActions extends ElementActions, KeyActions {
  addEntity(place?: Point): void;
  addMissing(name: string): void;
  /** Adds a relation between two nodes and opens it. */
  relate(source: string, target: string): void;
  chooseElement(id: string): void;
  chooseNothing(): void;
  closeRelation(): void;
}

/** All that can be done in a diagram; never changes. */
export function useDiagramActions(options: {
  root: RefObject<HTMLDivElement>;
  memory: DiagramMemory;
  graph: DiagramGraph;
  layout: DiagramLayout;
  choice: DiagramChoice;
  elementFocus: ElementFocus;
}): DiagramActions {
  const { screenToFlowPosition } = useReactFlow();
  const { select, revealPlace } = useDesignerActions();
  const { readOnly } = useDesignerState();
  const edits = useDiagramEdits();
  const latest = useRef({ ...options, readOnly });
  latest.current = { ...options, readOnly };

  return useMemo(() => {
    const now = () => latest.current;
    const { focus, focusTools } = now().elementFocus;
    const { setEditing, setRelation, setRelating } = now().choice;
    const entityById = (id: string) =>
      now().graph.entities.find(entity => entity.id === id);
    const relationById = (id: string | undefined) =>
      now().graph.relations.find(relation => relation.id === id);

    const addAt = (name: string | undefined, place: Point) => {
      if (now().readOnly) {
        return;
      }
      now().memory.newPlaces.push(place);
      const index = edits.addEntity(name);
      select(index);
      setRelation(undefined);
      setEditing(name === undefined ? index : undefined);
    };
    const centre = (): Point => {
      const box = now().root.current?.getBoundingClientRect();
      const middle = screenToFlowPosition({
        x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
        y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
      });
      return {
        x: middle.x - SMALL_SIZE.width / 2,
        y: middle.y - SMALL_SIZE.height / 2,
      };
    };

    return {
      focus,
      addEntity: place => addAt(undefined, place ?? centre()),
      addMissing(name) {
        const ghost = now().graph.ghosts.find(item => item.name === name);
        const rect = ghost && now().layout.rects.get(ghost.id);
        addAt(name, rect ?? centre());
      },
      openEntity: index => revealPlace(['entities', index], 'table'),
      renameEntity(index) {
        if (!now().readOnly) {
          setEditing(index);
        }
      },
      endEditing(index, name, keepsFocus) {
        setEditing(undefined);
        if (name !== undefined) {
          edits.renameEntity(index, name);
        }
        if (keepsFocus) {
          focus(now().graph.entities[index].id);
        }
      },
      relateEntity(index) {
        if (!now().readOnly) {
          setRelating(index);
        }
      },
      relate(source, target) {
        const from = entityById(source);
        const to =
          entityById(target)?.face ??
          now().graph.ghosts.find(ghost => ghost.id === target);
        setRelating(undefined);
        if (from && to && !now().readOnly) {
          const index = edits.relate(from.index, to.name);
          select(from.index);
          // The line comes first, its panel when there is time for it.
          startTransition(() => setRelation(`${from.id}/${index}`));
        }
      },
      removeEntity(index) {
        if (now().readOnly) {
          return;
        }
        const { entities } = now().graph;
        const { rects } = now().layout;
        const removed = entities[index];
        const next = nearestTo(
          rects.get(removed.id),
          entities.filter(entity => entity !== removed),
          rects,
        );
        edits.removeEntity(index);
        select(undefined);
        setRelation(undefined);
        if (next) {
          focus(next.id);
        } else {
          focusTools();
        }
      },
      moveEntity(index, by) {
        const shape = now().graph.entities[index];
        const rect = now().layout.rects.get(shape.id);
        if (rect) {
          const place = { x: rect.x + by.x, y: rect.y + by.y };
          now().layout.move(new Map([[shape.id, place]]));
          edits.announceMove(index);
        }
      },
      openRelation(id) {
        setRelation(id);
      },
      chooseRelation(id) {
        const relation = relationById(id);
        if (relation) {
          select(relation.entityIndex);
          setRelation(id);
        }
      },
      removeRelation(id) {
        const relation = relationById(id);
        if (relation && !now().readOnly) {
          edits.removeRelation(relation);
          setRelation(undefined);
          focus(relation.source);
        }
      },
      closeRelation() {
        const { relation } = now().choice;
        setRelation(undefined);
        if (relation !== undefined) {
          focus(relation);
        }
      },
      chooseElement(id) {
        const entity = entityById(id);
        if (entity) {
          select(entity.index);
          setRelation(undefined);
        } else if (relationById(id)) {
          now().choice.setLastRelation(id);
        }
      },
      chooseNothing() {
        select(undefined);
        setRelation(undefined);
      },
    };
  }, [edits, select, revealPlace, screenToFlowPosition]);
}
