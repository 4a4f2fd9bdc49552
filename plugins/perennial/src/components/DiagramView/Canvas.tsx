import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Background,
  ConnectionLineType,
  ConnectionMode,
  Controls,
  MiniMap,
  ReactFlow,
  useReactFlow,
  useStore,
  type FitViewOptions,
  type NodeChange,
  type Viewport,
} from '@xyflow/react';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { perennialTranslationRef } from '../../translation';
import styles from './DiagramView.module.css';
import { EntityElement } from './elements/EntityElement';
import { GhostElement } from './elements/GhostElement';
import { RelationElement } from './elements/RelationElement';
import type { DiagramNode, RelationEdge } from './elements/types';
import type { Point } from './graph/types';
import type { DiagramActions } from './useDiagramActions';

const NODE_TYPES = { entity: EntityElement, ghost: GhostElement };
const EDGE_TYPES = { relation: RelationElement };
const MIN_ZOOM = 0.05;

/** Leaves room for the tools at the edges. */
const FIT: FitViewOptions = {
  padding: { top: '76px', right: '40px', bottom: '60px', left: '72px' },
  maxZoom: 1,
  minZoom: MIN_ZOOM,
};

/** From here on an overview is worth its room. */
const MINIMAP_FROM = 20;
const MINIMAP_SIZE = { width: 150, height: 100 };

/** Below these only names can be read, so they are drawn large, and larger. */
const FAR_ZOOM = 0.45;
const FARTHER_ZOOM = 0.25;

/** The canvas: React Flow with what the diagram draws. */
export function Canvas(props: {
  root: RefObject<HTMLDivElement>;
  nodes: DiagramNode[];
  edges: RelationEdge[];
  initialViewport: Viewport | undefined;
  /** Goes up with each layout, after which everything is shown. */
  layoutVersion: number;
  isReadOnly: boolean;
  actions: DiagramActions;
  onMove: (places: ReadonlyMap<string, Point>) => void;
  onViewport: (viewport: Viewport) => void;
  onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  children: ReactNode;
}) {
  const { root, nodes, edges, layoutVersion, isReadOnly, actions } = props;
  const { onMove, onViewport, onKeyDown } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const { fitView, screenToFlowPosition } = useReactFlow();
  const distance = useStore(({ transform }) => distanceAt(transform[2]));
  const [isConnecting, setConnecting] = useState(false);
  const ariaLabels = useAriaLabels();

  const shown = useRef(layoutVersion);
  useEffect(() => {
    if (shown.current !== layoutVersion) {
      shown.current = layoutVersion;
      fitView({ ...FIT, duration: layoutVersion > 1 ? motionMs() : 0 });
    }
  }, [layoutVersion, fitView]);

  const onNodesChange = useCallback(
    (changes: NodeChange<DiagramNode>[]) => {
      const places = new Map<string, Point>();
      changes.forEach(change => {
        if (change.type === 'position' && change.position) {
          places.set(change.id, change.position);
        }
      });
      if (places.size > 0) {
        onMove(places);
      }
    },
    [onMove],
  );
  const onDoubleClick = (event: MouseEvent) => {
    if ((event.target as Element).classList.contains('react-flow__pane')) {
      const { clientX: x, clientY: y } = event;
      actions.addEntity(screenToFlowPosition({ x, y }));
    }
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const { id } = (event.target as HTMLElement).dataset;
    if (id !== undefined) {
      actions.chooseElement(id);
    }
  };

  return (
    <ReactFlow
      ref={root}
      className={styles.flow}
      data-distance={distance}
      data-connecting={isConnecting || undefined}
      aria-label={t('diagram.label')}
      ariaLabelConfig={ariaLabels}
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onNodesChange={onNodesChange}
      onNodeClick={(_, { id }) => actions.chooseElement(id)}
      onNodeDoubleClick={(_, { data }) =>
        'shape' in data && actions.openEntity(data.shape.index)
      }
      onEdgeClick={(_, { id }) => actions.chooseRelation(id)}
      onPaneClick={actions.chooseNothing}
      onConnect={({ source, target }) => actions.relate(source, target)}
      onConnectStart={() => setConnecting(true)}
      onConnectEnd={() => setConnecting(false)}
      onMoveEnd={(_, viewport) => onViewport(viewport)}
      onDoubleClick={isReadOnly ? undefined : onDoubleClick}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      defaultViewport={props.initialViewport}
      connectionMode={ConnectionMode.Loose}
      connectionLineType={ConnectionLineType.SmoothStep}
      connectionRadius={12}
      nodesConnectable={!isReadOnly}
      elementsSelectable={false}
      nodeDragThreshold={4}
      // The keys are ours: arrows go through the diagram, and what is off
      // screen, and so not drawn, can be reached as well.
      disableKeyboardA11y
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      zoomOnDoubleClick={false}
      minZoom={MIN_ZOOM}
      maxZoom={2}
      onlyRenderVisibleElements
    >
      <Background gap={24} />
      {props.children}
      <Controls showInteractive={false} fitViewOptions={FIT} />
      {nodes.length >= MINIMAP_FROM && (
        <MiniMap pannable zoomable style={MINIMAP_SIZE} />
      )}
    </ReactFlow>
  );
}

function distanceAt(zoom: number): 'far' | 'farther' | undefined {
  if (zoom < FARTHER_ZOOM) {
    return 'farther';
  }
  return zoom < FAR_ZOOM ? 'far' : undefined;
}

function useAriaLabels() {
  const { t } = useTranslationRef(perennialTranslationRef);
  return useMemo(
    () => ({
      'controls.ariaLabel': t('diagram.aria.controls'),
      'controls.zoomIn.ariaLabel': t('diagram.aria.zoomIn'),
      'controls.zoomOut.ariaLabel': t('diagram.aria.zoomOut'),
      'controls.fitView.ariaLabel': t('diagram.aria.fitView'),
      'minimap.ariaLabel': t('diagram.aria.minimap'),
      'handle.ariaLabel': t('diagram.aria.handle'),
    }),
    [t],
  );
}

/** No movement for whoever has asked the system for less of it. */
function motionMs(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
    ? 0
    : 300;
}
