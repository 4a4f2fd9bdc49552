import { useEffect } from 'react';
import {
  useDesignerActions,
  useDesignerState,
} from '../ModelDesigner/designerContext';
import type { DiagramGraph } from './graph/types';
import type { DiagramLayout } from './layout/useLayout';
import type { DiagramChoice } from './useDiagramChoice';
import type { ElementFocus } from './useFocusElement';

/** Shows what the designer asks for, and what is being named. */
export function useReveal(options: {
  graph: DiagramGraph;
  layout: DiagramLayout;
  choice: DiagramChoice;
  elementFocus: ElementFocus;
}): void {
  const { graph, layout, choice, elementFocus } = options;
  const { rects } = layout;
  const { editing, setRelation } = choice;
  const { reveal } = useDesignerState();
  const { revealed } = useDesignerActions();

  const editedId =
    editing === undefined ? undefined : graph.entities[editing]?.id;
  const isPlaced = editedId !== undefined && rects.has(editedId);
  useEffect(() => {
    if (editedId !== undefined && isPlaced) {
      elementFocus.show(editedId);
    }
  }, [editedId, isPlaced, elementFocus]);

  useEffect(() => {
    if (!reveal) {
      return;
    }
    const [, index, list, listIndex] = reveal.pointer;
    const entity =
      typeof index === 'number' ? graph.entities[index] : undefined;
    if (!entity) {
      revealed(reveal);
    } else if (rects.has(entity.id)) {
      revealed(reveal);
      if (list === 'relations' && typeof listIndex === 'number') {
        elementFocus.show(entity.id);
        setRelation(`${entity.id}/${listIndex}`);
      } else {
        elementFocus.focus(entity.id);
      }
    }
  }, [reveal, revealed, graph, rects, elementFocus, setRelation]);
}
