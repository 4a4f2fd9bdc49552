import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import type { Viewport } from '@xyflow/react';
import { useMemo, useRef, useState } from 'react';
import { listAt } from '../../draft/readDraft';
import { perennialTranslationRef } from '../../translation';
import {
  useDesignerActions,
  useDesignerState,
} from '../ModelDesigner/designerContext';
import { Canvas } from './Canvas';
import { DiagramMemory } from './DiagramMemory';
import { ElementActionsContext } from './elements/ElementActions';
import { buildGraph } from './graph/buildGraph';
import { useLayout } from './layout/useLayout';
import { DiagramToolbar } from './panels/DiagramToolbar';
import { EntityTools } from './panels/EntityTools';
import { Notices } from './panels/Notices';
import { RelateDialog } from './panels/RelateDialog';
import { RelationPanel } from './panels/RelationPanel';
import { useDiagramActions } from './useDiagramActions';
import { useDiagramChoice } from './useDiagramChoice';
import { useDiagramEdits } from './useDiagramEdits';
import { useDiagramKeys } from './useDiagramKeys';
import { useElements } from './useElements';
import { useFocusElement } from './useFocusElement';
import { useReveal } from './useReveal';

const START: Viewport = { x: 0, y: 0, zoom: 1 };

/** The diagram, inside of React Flow's provider. */
export function Diagram() {
  const { t } = useTranslationRef(perennialTranslationRef);
  const { entities, problems, selected, readOnly } = useDesignerState();
  const designer = useDesignerActions();
  const memory = DiagramMemory.of(designer);
  const root = useRef<HTMLDivElement>(null);
  const graph = useMemo(
    () => buildGraph(entities, memory.ids.assign(entities)),
    [entities, memory],
  );
  const layout = useLayout(graph, memory);
  const choice = useDiagramChoice();
  const [viewport, setViewport] = useState(memory.viewport ?? START);
  const { nodes, edges, names, owner } = useElements({
    graph,
    layout,
    viewport,
    ...choice,
  });
  const edits = useDiagramEdits();
  const elementFocus = useFocusElement(root, layout.rects);
  const actions = useDiagramActions({
    root,
    memory,
    graph,
    layout,
    choice,
    elementFocus,
  });
  const onKeyDown = useDiagramKeys({ graph, layout, owner, actions });
  useReveal({ graph, layout, choice, elementFocus });

  const arrange = async () => {
    if (await layout.arrange()) {
      designer.announce(t('diagram.arranged'));
    }
  };
  const chosen = selected === undefined ? undefined : graph.entities[selected];
  const relation = graph.relations.find(({ id }) => id === choice.relation);
  const source =
    choice.relating === undefined ? undefined : graph.entities[choice.relating];

  return (
    <ElementActionsContext.Provider value={actions}>
      <Canvas
        root={root}
        nodes={nodes}
        edges={edges}
        initialViewport={memory.viewport}
        layoutVersion={layout.version}
        isReadOnly={readOnly}
        onMove={layout.move}
        onViewport={next => {
          memory.viewport = next;
          setViewport(next);
        }}
        actions={actions}
        onKeyDown={onKeyDown}
      >
        <DiagramToolbar
          isReadOnly={readOnly}
          isArranging={layout.isArranging}
          isEmpty={graph.entities.length === 0}
          onAdd={() => actions.addEntity()}
          onArrange={arrange}
        />
        <Notices
          leftOut={graph.leftOut}
          isEmpty={graph.entities.length === 0}
          isArranging={layout.isArranging}
        />
        {chosen && !relation && choice.editing === undefined && (
          <EntityTools
            shape={chosen}
            problems={problems.within(['entities', chosen.index])}
            isReadOnly={readOnly}
            actions={actions}
          />
        )}
        {relation && (
          <RelationPanel
            key={relation.id}
            shape={relation}
            relation={
              listAt(entities[relation.entityIndex], 'relations')[
                relation.relationIndex
              ]
            }
            entities={graph.entities}
            problems={problems.within([
              'entities',
              relation.entityIndex,
              'relations',
              relation.relationIndex,
            ])}
            isReadOnly={readOnly}
            onChange={(member, value) =>
              edits.changeRelation(relation, member, value)
            }
            onRemove={() => actions.removeRelation(relation.id)}
            onClose={actions.closeRelation}
          />
        )}
      </Canvas>
      {source && (
        <RelateDialog
          source={source}
          entities={graph.entities}
          onRelate={target => actions.relate(source.id, target.id)}
          onCancel={() => choice.setRelating(undefined)}
        />
      )}
      <VisuallyHidden>
        <span id={names.entityDescriptionId}>
          {t('diagram.entity.description')}
        </span>
        <span id={names.relationDescriptionId}>
          {t('diagram.relation.description')}
        </span>
      </VisuallyHidden>
    </ElementActionsContext.Provider>
  );
}
