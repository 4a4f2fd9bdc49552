import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { DiagramMemory } from '../DiagramMemory';
import { sizeOf, SMALL_SIZE } from '../graph/size';
import type { DiagramGraph, Point, Rect } from '../graph/types';
import { layoutDiagram } from './layoutDiagram';
import { placeNew, type NewBox } from './placeNew';
import type { Layout, LayoutRequest, Rects } from './types';

const ASPECT_RATIO = 1.6;

/** Where everything is, and what can be done about it. */
export interface DiagramLayout {
  /** Everything that has a place. */
  rects: Rects;
  routes: Layout['routes'];
  isArranging: boolean;
  /** Goes up with every layout that came about. */
  version: number;
  /** Lays out everything anew; tells whether that came to its end. */
  arrange(): Promise<boolean>;
  move(places: ReadonlyMap<string, Point>): void;
}

/**
 * Keeps the places of what a diagram shows. A new diagram is laid out as a
 * whole; what comes to it later goes beside the rest, which stays where it is.
 */
export function useLayout(
  graph: DiagramGraph,
  memory: DiagramMemory,
): DiagramLayout {
  const [layout, setLayout] = useState(memory.layout);
  const [isArranging, setArranging] = useState(false);
  const [version, setVersion] = useState(0);
  const latest = useRef(graph);
  latest.current = graph;
  const running = useRef<AbortController>();

  const arrange = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setArranging(true);
    const request = toRequest(latest.current);
    const result = await layoutDiagram(request, controller.signal);
    if (!result || controller.signal.aborted) {
      return false;
    }
    setLayout(result);
    setArranging(false);
    setVersion(count => count + 1);
    return true;
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const move = useCallback((places: ReadonlyMap<string, Point>) => {
    setLayout(last => ({
      ...last,
      positions: new Map([...last.positions, ...places]),
    }));
  }, []);

  const rects = useMemo(
    () => toRects(graph, layout.positions),
    [graph, layout],
  );
  useLayoutEffect(() => {
    memory.layout = layout;
    const boxes = boxesOf(graph).filter(({ id }) => !rects.has(id));
    if (boxes.length === 0) {
      return;
    }
    const places = memory.newPlaces.splice(0);
    if (boxes.length > Math.max(rects.size, places.length)) {
      arrange();
      return;
    }
    setLayout(last => ({
      ...last,
      positions: placeNew(
        boxes.map((box, index) => ({
          ...box,
          wanted: places[index] ?? besideRelation(box.id, graph, rects),
        })),
        [...rects.values()],
        last.positions,
      ),
    }));
  }, [graph, layout, rects, memory, arrange]);

  return {
    rects,
    routes: layout.routes,
    isArranging,
    version,
    arrange,
    move,
  };
}

function boxesOf(graph: DiagramGraph): NewBox[] {
  return [
    ...graph.entities.map(({ id, face }) => ({ id, ...sizeOf(face) })),
    ...graph.ghosts.map(({ id }) => ({ id, ...SMALL_SIZE })),
  ];
}

function toRequest(graph: DiagramGraph): LayoutRequest {
  return {
    nodes: boxesOf(graph),
    edges: graph.relations.map(({ id, source, target, name }) => ({
      id,
      source,
      target,
      label: name,
    })),
    aspectRatio: ASPECT_RATIO,
  };
}

function toRects(graph: DiagramGraph, positions: Layout['positions']): Rects {
  const rects = new Map<string, Rect>();
  boxesOf(graph).forEach(({ id, width, height }) => {
    const position = positions.get(id);
    if (position) {
      rects.set(id, { ...position, width, height });
    }
  });
  return rects;
}

/** To the right of whatever refers to it. */
function besideRelation(
  id: string,
  graph: DiagramGraph,
  rects: Rects,
): Point | undefined {
  const relation = graph.relations.find(({ target }) => target === id);
  const source = relation && rects.get(relation.source);
  return source && { x: source.x + source.width + 120, y: source.y };
}
