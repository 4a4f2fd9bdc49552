import { useStore, type Viewport } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { useDesignerState } from '../ModelDesigner/designerContext';
import { buildEdges, buildNodes } from './elements/buildElements';
import type { DiagramNode, RelationEdge } from './elements/types';
import { findTabStop } from './graph/findTabStop';
import type { DiagramGraph } from './graph/types';
import type { DiagramLayout } from './layout/useLayout';
import { routeRelations } from './routing/routeRelations';
import { useElementNames } from './useElementNames';

/** What React Flow draws; whatever did not change is the same object as before. */
export function useElements(options: {
  graph: DiagramGraph;
  layout: DiagramLayout;
  viewport: Viewport;
  /** Index of the entity that is being named. */
  editing: number | undefined;
  /** Ids of the chosen relation and of the one that had the focus last. */
  relation: string | undefined;
  lastRelation: string | undefined;
}) {
  const { graph, layout, viewport, editing, relation, lastRelation } = options;
  const { rects, routes: planned } = layout;
  const { selected, problems, readOnly } = useDesignerState();
  const width = useStore(state => state.width);
  const height = useStore(state => state.height);
  const names = useElementNames();

  const tabStop = useMemo(
    () =>
      findTabStop({
        entities: graph.entities,
        chosen: selected,
        rects,
        viewport,
        size: { width, height },
      }),
    [graph, selected, rects, viewport, width, height],
  );

  const oldNodes = useRef<ReadonlyMap<string, DiagramNode>>(new Map());
  const nodes = useMemo(() => {
    const built = buildNodes(
      {
        graph,
        rects,
        problems,
        names,
        chosen: selected,
        editing,
        tabStop: tabStop?.index,
        isReadOnly: readOnly,
      },
      oldNodes.current,
    );
    oldNodes.current = new Map(built.map(node => [node.id, node]));
    return built;
  }, [graph, rects, problems, names, selected, editing, tabStop, readOnly]);

  const routes = useMemo(
    () => routeRelations(graph.relations, rects, planned),
    [graph, rects, planned],
  );
  const owner = tabStop?.id;
  const oldEdges = useRef<ReadonlyMap<string, RelationEdge>>(new Map());
  const edges = useMemo(() => {
    const own = graph.relations.filter(
      ({ source, target }) => source === owner || target === owner,
    );
    const stop = own.find(({ id }) => id === lastRelation) ?? own[0];
    const built = buildEdges(
      {
        graph,
        routes,
        problems,
        names,
        chosenEntity:
          selected === undefined ? undefined : graph.entities[selected]?.id,
        chosenRelation: relation,
        tabStop: stop?.id,
      },
      oldEdges.current,
    );
    oldEdges.current = new Map(built.map(edge => [edge.id, edge]));
    return built;
  }, [graph, routes, problems, names, selected, relation, owner, lastRelation]);

  return { nodes, edges, names, owner };
}
